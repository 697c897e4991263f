# Indexing, comparison and operators of deques.
from collections import deque

d = deque([1, 2, 3])
d[1] = 'b'
del d[0]
d.insert(1, 'i')
d += [4]
print(d, d == deque(['b', 'i', 3, 4]), d == ['b', 'i', 3, 4], deque([1]) < deque([2]), deque([1, 2]) > deque([1]))
d *= 2
print(len(d), d + deque('z'), deque([0]) * 3, 2 * deque('a'))
d.remove('i')
print(d.count(3), d.index(4, 3), hash is not None)
for call in (
    lambda: d[99],
    lambda: d['a'],
    lambda: d[0:1],
    lambda: d + [1],
    lambda: hash(d),
    lambda: deque([1]) < [1],
    lambda: d.index('b', 5, 6),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
