# defaultdict makes values for absent keys.
import copy
import pickle
from collections import defaultdict

d = defaultdict(list)
d['a'].append(1)
d['b'] += [2, 3]
print(d, d.default_factory, 'z' in d, d.get('z'), len(d))
counts = defaultdict(int, x=5)
for c in 'hello':
    counts[c] += 1
print(counts, counts | {'h': 0}, {'q': 1} | counts, counts.copy() == counts)
print(copy.copy(d), copy.deepcopy(d), pickle.loads(pickle.dumps(counts)))
none = defaultdict()
try:
    none['k']
except KeyError as error:
    print(repr(error))
for call in (lambda: defaultdict(1), lambda: defaultdict(1, 2, 3), lambda: hash(d), lambda: defaultdict(int, 1)):
    try:
        call()
    except TypeError as error:
        print(error)
none.default_factory = lambda: 'made'
print(none['k'], none.__missing__('j'), dict(none))


class Sub(defaultdict):
    def __missing__(self, key):
        return key * 2


print(Sub(int)['ab'], repr(Sub(None)))
