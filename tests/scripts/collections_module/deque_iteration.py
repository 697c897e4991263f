# Iterators over deques notice changes.
from collections import deque

d = deque([1, 2, 3])
it = iter(d)
print(next(it), it.__length_hint__())
d.append(4)
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    for x in d:
        d.popleft()
except RuntimeError as error:
    print(error)


class Mutating:
    def __eq__(self, other):
        d.clear()
        return False


d = deque([Mutating(), 1])
for call in (lambda: d.index(5), lambda: d.count(5), lambda: 5 in d, lambda: d.remove(5)):
    d.extend([Mutating(), 1])
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
