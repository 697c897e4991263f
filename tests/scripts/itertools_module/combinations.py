# combinations and combinations_with_replacement, in the order of places.
from itertools import combinations, combinations_with_replacement

print(list(combinations('abcd', 2)), list(combinations('ab', 3)), list(combinations('ab', 0)), list(combinations('', 0)))
print(list(combinations_with_replacement('abc', 2)), list(combinations_with_replacement('', 2)))
print(list(combinations_with_replacement('ab', 0)), len(list(combinations(range(10), 5))))

for call in (
    lambda: combinations('a', -1),
    lambda: combinations('a', 'x'),
    lambda: combinations(),
    lambda: combinations(1, 1),
    lambda: combinations_with_replacement('a', -1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
