# A class that inherits from array.
import pickle
from array import array


class Samples(array):
    def __init__(self, code, items, rate):
        self.rate = rate

    def __new__(cls, code, items, rate):
        return super().__new__(cls, code, items)


s = Samples("h", [1, 2, 3], 8000)
print(s, s.rate, len(s), type(s + s), s * 2, type(s[:2]), s == array("h", [1, 2, 3]))
print(s.__reduce_ex__(2)[1:], s.__reduce_ex__(4)[1][1:], s.__reduce_ex__(4)[2])
t = pickle.loads(pickle.dumps(s))
print(type(t).__name__, t, t.rate)
