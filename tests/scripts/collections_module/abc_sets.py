# Set and MutableSet from __contains__, __iter__ and __len__.
import collections.abc as c


class ListSet(c.MutableSet):
    def __init__(self, items=()):
        self.items = []
        for x in items:
            self.add(x)

    def __contains__(self, x):
        return x in self.items

    def __iter__(self):
        return iter(self.items)

    def __len__(self):
        return len(self.items)

    def add(self, x):
        if x not in self.items:
            self.items.append(x)

    def discard(self, x):
        if x in self.items:
            self.items.remove(x)


a, b = ListSet('abc'), ListSet('bcd')
print(list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, a < ListSet('abcd'), a == ListSet('cab'), a.isdisjoint('xyz'))
a |= 'z'
a -= ListSet('a')
a &= ListSet('bz')
a ^= ListSet('zq')
print(list(a), a.pop(), len(a))
a.remove('q')
try:
    a.remove('q')
except KeyError as error:
    print(repr(error))
try:
    a.pop()
except KeyError as error:
    print(repr(error))
print(c.Set._hash(ListSet('ab')) == hash(frozenset('ab')), {'x'} | {'y'} >= ListSet('x'))
