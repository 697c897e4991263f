# count and repeat.
from itertools import count, islice, repeat

print(list(islice(count(), 3)), list(islice(count(10, -2), 3)), list(islice(count(0.5, 0.25), 3)))
c = count(5, 2)
next(c)
print(c, count(), count(1.5), count(2, 1), count(2, 1.0), next(count(2 ** 63 - 1)), next(count(2 ** 70)))
r = repeat('x', 3)
print(r, next(r), r, list(r), repeat(1), repeat(1, -3), r.__length_hint__(), list(map(pow, range(4), repeat(2))))

for call in (
    lambda: count('a'),
    lambda: count(1, 'a'),
    lambda: repeat(),
    lambda: repeat(1, 'a'),
    lambda: repeat(1).__length_hint__(),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
