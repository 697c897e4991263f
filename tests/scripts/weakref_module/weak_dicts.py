# WeakValueDictionary and WeakKeyDictionary are mappings.
import copy
import gc
from collections.abc import MutableMapping
from weakref import WeakKeyDictionary, WeakValueDictionary


class A:
    def __init__(self, n):
        self.n = n


a, b = A(1), A(2)
v = WeakValueDictionary(x=a)
v['y'] = b
print(sorted(v), [o.n for o in v.values()], v.get('z'), v.pop('y').n, v.setdefault('w', b) is b, isinstance(v, MutableMapping))
print(sorted((v | {'q': a}).keys()), sorted(({'q': a} | v)), len(v.valuerefs()), type(copy.copy(v)).__name__)
k = WeakKeyDictionary({a: 'one'})
k[b] = 'two'
print([o.n for o in k], k[a], a in k, 3 in k, k.get(b), len(k.keyrefs()), k.setdefault(a, 0))
k |= {b: 'changed'}
print(k.pop(b), len(k))
del a, b
gc.collect()
print(len(v), len(k), list(v.items()), list(k.items()))
try:
    v['x']
except KeyError as error:
    print(repr(error))
try:
    k[3] = 1
except TypeError as error:
    print(error)
