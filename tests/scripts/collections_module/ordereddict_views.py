# The views and iterators of OrderedDict.
from collections import OrderedDict

d = OrderedDict(a=1, b=2)
print(d.keys(), d.values(), d.items(), type(d.keys()).__name__, type(iter(d)).__name__)
print(list(reversed(d.keys())), list(reversed(d.items())), d.keys() & {'a'}, ('b', 2) in d.items())
it = iter(d)
next(it)
d['c'] = 3
try:
    next(it)
except RuntimeError as error:
    print(error)
try:
    for key in d:
        d.move_to_end(key)
except RuntimeError as error:
    print(error)
d['a'] = 5
print(d, d | {'z': 0}, {'z': 0} | d)
d |= {'b': 7}
print(d)
