# A bounded deque drops what is at the other end.
from collections import deque

d = deque(range(5), maxlen=3)
print(d, d.maxlen, deque().maxlen)
d.append(9)
print(d)
d.appendleft(8)
print(d)
d.extend([1, 2, 3, 4])
print(d, d * 2, d + d, d.copy())
d.pop()
d.insert(1, 'x')
print(d)
print(deque([1, 2], maxlen=0), deque('abc', 2) == deque('bc'))
for call in (
    lambda: d.insert(0, 1),
    lambda: deque([], -1),
    lambda: deque([], 'a'),
    lambda: setattr(d, 'maxlen', 4),
    lambda: deque(1),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
