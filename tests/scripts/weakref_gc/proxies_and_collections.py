# weakref.proxy, WeakValueDictionary, WeakKeyDictionary, WeakSet, WeakMethod, finalize.
import gc
import weakref


class T:
    def __init__(self, n=0):
        self.n = n

    def method(self):
        return 'method', self.n

    def __len__(self):
        return 7


t = T(5)
p = weakref.proxy(t)
p.n += 1
print(p.n, t.n, p.method(), len(p), type(p).__name__, isinstance(p, T))
del t
gc.collect()
try:
    p.n
except ReferenceError as error:
    print(error)

a, b = T(1), T(2)
values = weakref.WeakValueDictionary(a=a, b=b)
print(sorted(values), values['a'] is a, 'b' in values, len(values), values.get('zz'))
del b
gc.collect()
print(sorted(values), len(values))
keys = weakref.WeakKeyDictionary()
keys[a] = 'data of a'
print(keys[a], len(keys), a in keys)
group = weakref.WeakSet([a])
print(len(group), a in group)
m = weakref.WeakMethod(a.method)
print(m()())
done = []
finalizer = weakref.finalize(a, done.append, 'finalized')
print(finalizer.alive, done)
del a
gc.collect()
print(len(keys), len(group), m(), finalizer.alive, done, len(values))
