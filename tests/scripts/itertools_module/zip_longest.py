# zip_longest goes on to the end of the longest.
from itertools import zip_longest

print(list(zip_longest('ab', 'xyz')), list(zip_longest('ab', 'xyz', '', fillvalue='-')), list(zip_longest()), list(zip_longest([])))
z = zip_longest([1], [2, 3], fillvalue=0)
print(next(z), next(z), list(z))

for call in (
    lambda: zip_longest(1),
    lambda: zip_longest('a', x=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
