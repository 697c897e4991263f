# permutations and product.
from itertools import permutations, product

print(list(permutations('abc')), list(permutations('abc', 2)), list(permutations('ab', 3)), list(permutations('ab', 0)))
print(list(product('ab', [1, 2])), list(product()), list(product('ab', repeat=2)), list(product('ab', [])))
print(list(product('ab', repeat=0)), len(list(product(range(3), repeat=4))), list(permutations('a', None)))

for call in (
    lambda: permutations('a', -1),
    lambda: permutations('a', 'x'),
    lambda: permutations(),
    lambda: product(1),
    lambda: product('a', repeat=-1),
    lambda: product('a', x=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
