# batched gives tuples of so many, the last of what is left.
from itertools import batched

print(list(batched('abcdefg', 3)), list(batched([], 2)), list(batched('ab', 5)), list(batched('abcd', 2, strict=True)))

for call in (
    lambda: batched([1], 0),
    lambda: batched([1], 'a'),
    lambda: list(batched('abcde', 2, strict=True)),
    lambda: batched(),
    lambda: batched([1], n=-1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
