# pairwise gives overlapping pairs.
from itertools import pairwise

print(list(pairwise('abcd')), list(pairwise('a')), list(pairwise('')), [b - a for a, b in pairwise([1, 4, 9])])
p = pairwise(iter('xyz'))
print(next(p), list(p), list(p))

for call in (
    lambda: pairwise(),
    lambda: pairwise(1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
