# A weak reference leads to an object without keeping it.
import gc
import weakref


class T:
    def __init__(self, name='t'):
        self.name = name


def collect():
    gc.collect()


t = T()
r = weakref.ref(t)
print(r() is t, r().name, weakref.ref(t) is r, weakref.getweakrefcount(t), len(weakref.getweakrefs(t)))
print(r == weakref.ref(t), hash(r) == hash(t), type(r).__name__, repr(r)[:14])
del t
collect()
print(r(), r == r, repr(r).endswith('; dead>'))

log = []
t = T('with callback')
r = weakref.ref(t, lambda ref: log.append(ref() is None))
print(r.__callback__ is not None)
t = None
collect()
print(log, r(), r.__callback__)
a, b = T('a'), T('b')
a.other, b.other = b, a
ra, rb = weakref.ref(a), weakref.ref(b)
del a
collect()
print(ra().name, 'still reachable through b')
del b
collect()
print(ra(), rb())


class Slotted:
    __slots__ = ('x',)


class WithWeak:
    __slots__ = ('x', '__weakref__')


for value in (5, 'text', [], {}, (), None, Slotted()):
    try:
        weakref.ref(value)
    except TypeError as error:
        print(error)
w = WithWeak()
print(weakref.ref(w)() is w, weakref.ref(T)() is T, weakref.ref(collect)() is collect)
s = {1}
print(weakref.ref(s)() is s, weakref.ref(frozenset([1])) is not None)
for wrong in (lambda: weakref.ref(), lambda: weakref.ref(w, 1, 2), lambda: r(1)):
    try:
        wrong()
    except TypeError as error:
        print(error)
