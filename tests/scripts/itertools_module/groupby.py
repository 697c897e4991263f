# groupby gives runs of elements with the same key.
from itertools import groupby

print([(k, list(g)) for k, g in groupby('AAAABBBCCDAA')], [(k, len(list(g))) for k, g in groupby(range(10), lambda n: n // 4)])
print(list(groupby([])), [k for k, g in groupby([1, 1, 2])])
groups = groupby('aabb')
k, first = next(groups)
print(k, next(first))
k2, second = next(groups)
print(list(first), list(second), list(groups))
kept = [g for _, g in groupby('aab')]
print([list(g) for g in kept])

for call in (
    lambda: groupby(),
    lambda: groupby(1),
    lambda: next(groupby([1], key=3)),
    lambda: groupby([1], lambda: 0).__next__(),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
