# UserDict: a dict to derive from.
import copy
import pickle
from collections import UserDict


class Lower(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.lower(), value)

    def __missing__(self, key):
        return f'no {key}'


d = Lower(A=1)
d.update({'B': 2}, C=3)
print(d, d['a'], d['zz'], 'zz' in d, d.get('zz'), d.data, len(d), sorted(d))
print(d | {'X': 1}, {'X': 1} | d, type(d | {}).__name__, d.copy(), copy.copy(d) == d)
d |= {'Q': 9}
print(d.pop('Q'), d.setdefault('N', 0), Lower.fromkeys('XY', 1), pickle.loads(pickle.dumps(d)) == d)
try:
    UserDict()['k']
except KeyError as error:
    print(repr(error))
print(UserDict({'a': 1}) == {'a': 1}, isinstance(d, dict))
