# A deque grows and shrinks at both ends.
from collections import deque

d = deque('ghi')
d.append('j')
d.appendleft('f')
print(d, d.pop(), d.popleft(), list(d), d[0], d[-1], len(d))
d.extend('jkl')
d.extendleft('cba')
print(d, 'h' in d, d.index('i'), d.count('a'))
d.rotate(1)
print(d)
d.rotate(-2)
print(d)
d.reverse()
print(d, list(reversed(d)) == list(d)[::-1])
d.clear()
print(d, bool(d))
for call in (d.pop, d.popleft, lambda: d[0], lambda: d.remove(1), lambda: d.index(1), lambda: d.rotate('x')):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
