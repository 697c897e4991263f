# WeakSet behaves as a set of what is still there.
import gc
from weakref import WeakSet


class A:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f'A({self.n})'


a, b, c = A(1), A(2), A(3)
s = WeakSet([a, b])
t = WeakSet([b, c])
show = lambda items: sorted(x.n for x in items)
print(show(s | t), show(s & t), show(s - t), show(s ^ t), a in s, c in s, 3 in s, len(s))
print(s <= WeakSet([a, b, c]), s < s, s == WeakSet([b, a]), s != t, s.isdisjoint(WeakSet([c])), s.issuperset([a]))
s |= t
s.discard(a)
s ^= WeakSet([a, b])
print(show(s), show(s.copy()))
s.intersection_update([a])
s.difference_update([c])
print(show(s))
del a
gc.collect()
print(len(s), list(s))
for call in (s.pop, lambda: s.remove(b), lambda: s.add(3)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, str(error)[:40].split(' at ')[0])
