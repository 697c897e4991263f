# range: an immutable sequence that is never stored.
r = range(2, 20, 3)
print(
    r,
    list(r),
    len(r),
    r[1],
    r[-1],
    r[1:4],
    r[::-1],
    list(r[::-1]),
    r.start,
    r.stop,
    r.step,
    5 in r,
    6 in r,
    5.0 in r,
    'a' in r,
)
print(
    range(3),
    list(range(0)),
    list(range(5, 0, -2)),
    list(range(3, 3)),
    range(0) == range(5, 5),
    range(0, 3, 2) == range(0, 4, 2),
    hash(range(3)) == hash(range(3)),
    range(3) == [0, 1, 2],
)
print(
    r.index(8),
    r.count(8),
    r.count(9),
    list(reversed(range(3))),
    bool(range(0)),
    max(range(5)),
    sum(range(101)),
    range(10)[2:5][1],
    range(10**20)[10**19],
    len(range(2**62)),
)
print(
    10**20 in range(10**21),
    list(range(10**20, 10**20 + 2)),
    range(10**30)[-1],
    range(-5, 5)[3],
    range(5, -5, -1)[-1],
    range(1, 10, 2)[-2:],
)
for i in range(3):
    i += 10
print(i)
for action in (
    lambda: range(3)[3],
    lambda: range(3)[-4],
    lambda: range(1.5),
    lambda: range('a'),
    lambda: range(),
    lambda: range(1, 2, 0),
    lambda: range(3).index(5),
    lambda: range(3) + range(2),
    lambda: len(range(2**64)),
    lambda: range(3)['a'],
    lambda: range(3).append,
    lambda: range(3) < range(4),
    lambda: range(1, 2, 3, 4),
    lambda: range(3)[::0],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    range(3)[0] = 1
except TypeError as error:
    print(error)
try:
    range(3).start = 1
except AttributeError as error:
    print(error)
it = iter(range(3))
print(next(it), list(it), type(it).__name__, type(iter(range(2**70))).__name__)
