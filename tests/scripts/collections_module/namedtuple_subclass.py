# Named tuples are subclassed, copied, pickled and matched.
import copy
import pickle
from collections import namedtuple


class Point(namedtuple('Base', 'x y')):
    __slots__ = ()

    @property
    def length(self):
        return (self.x ** 2 + self.y ** 2) ** 0.5


p = Point(3, 4)
print(p, p.length, type(p._replace(x=0)).__name__, pickle.loads(pickle.dumps(p)), copy.copy(p) == p)
print(copy.replace(p, y=1), p.__getnewargs__(), sorted([Point(2, 1), Point(1, 9)]))
match p:
    case Point(x=3, y=n):
        print('three', n)
match p:
    case Point(a, b):
        print(a, b)
