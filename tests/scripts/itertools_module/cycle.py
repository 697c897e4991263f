# cycle repeats what an iterable gave.
from itertools import cycle, islice

print(list(islice(cycle('abc'), 8)), list(cycle([])), next(cycle(iter([1]))))
c = cycle(x for x in (1, 2))
print([next(c) for _ in range(5)])

for call in (
    lambda: cycle(),
    lambda: cycle(1),
    lambda: cycle([], a=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
