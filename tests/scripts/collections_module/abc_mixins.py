# What the abstract base classes give for the few methods they ask for.
import collections.abc as c


class Bag(c.MutableSequence):
    def __init__(self, *items):
        self.items = list(items)

    def __getitem__(self, i):
        return self.items[i]

    def __setitem__(self, i, v):
        self.items[i] = v

    def __delitem__(self, i):
        del self.items[i]

    def __len__(self):
        return len(self.items)

    def insert(self, i, v):
        self.items.insert(i, v)


b = Bag(1, 2, 3)
b.append(4)
b.extend([5, 6])
b += [7]
b.remove(2)
b.reverse()
print(list(b), list(reversed(b)), 3 in b, b.index(3), b.count(7), b.pop(), b.pop(0), len(b))
b.clear()
print(list(b))


class Table(c.MutableMapping):
    def __init__(self):
        self.d = {}

    def __getitem__(self, k):
        return self.d[k]

    def __setitem__(self, k, v):
        self.d[k] = v

    def __delitem__(self, k):
        del self.d[k]

    def __iter__(self):
        return iter(self.d)

    def __len__(self):
        return len(self.d)


t = Table()
t.update({'a': 1}, b=2)
print(dict(t), t.get('z', 0), 'a' in t, t.pop('a'), t.setdefault('c', 3), list(t.items()), list(t.values()), t == {'b': 2, 'c': 3})
print(t.keys() & {'b'}, sorted(t.keys() | {'x'}), t.popitem(), len(t))
try:
    t.pop('nope')
except KeyError as error:
    print(repr(error))
for cls in (c.Sequence, c.MutableMapping, c.Iterator):
    try:
        cls()
    except TypeError as error:
        print(error)
