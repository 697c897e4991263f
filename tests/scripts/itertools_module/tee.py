# tee makes several iterators of one.
import copy
from itertools import tee

a, b = tee(iter('abc'))
print(next(a), next(a), next(b), list(a), list(b))
x, y, z = tee(range(100), 3)
print(sum(x), sum(1 for _ in y), list(z)[-1], tee([], 0), type(a).__name__)
p, = tee('abcd', 1)
next(p)
q = copy.copy(p)
print(list(p), list(q))


def failing():
    yield 1
    raise ValueError('stop')


f, g = tee(failing())
print(next(f))
for it in (f, g, g):
    try:
        print(next(it))
    except (ValueError, StopIteration) as error:
        print(type(error).__name__, error)

for call in (
    lambda: tee(),
    lambda: tee([1], -1),
    lambda: tee(1),
    lambda: tee([1], 'a'),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
