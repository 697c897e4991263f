# Subclasses of OrderedDict: their own methods are used, and everything is copied.
import copy
import pickle
from collections import OrderedDict


class Upper(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)

    def __missing__(self, key):
        return f'no {key}'


d = Upper(a=1)
d.update(b=2)
d.setdefault('c', 3)
d.note = [1]
print(d, d['x'], d.copy(), type(d.copy()).__name__)
e = pickle.loads(pickle.dumps(d))
print(e, e.note, type(e).__name__)
f = copy.deepcopy(d)
print(f == d, f.note is d.note, copy.copy(d).note is d.note)
g = OrderedDict(a=1)
g['self'] = g
print(g)
