# Subclasses of list and tuple.
class Stack(list):
    def push(self, item):
        self.append(item)
        return self

    def __getitem__(self, index):
        return 'item', super().__getitem__(index)


s = Stack([1, 2]).push(3)
s.name = 'stack'
print(s, type(s).__name__, len(s), s[0], list(s), s.name, s == [1, 2, 3])
print(type(s + [4]).__name__, type(s[:]).__name__, type(s.copy()).__name__, type(s * 2).__name__)
print(sorted(Stack([3, 1])), isinstance(s, list), Stack.__mro__)
s += [9]
print(type(s).__name__, len(s))
s.sort(reverse=True)
print(list(s))


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, type(p).__name__, p == (1, 2), hash(p) == hash((1, 2)))
a, b = p
print(a, b, type(p + ()).__name__, type(p[:]).__name__, p[0:1])
p.extra = True
print(p.extra, p.__dict__)


class Empty(tuple):
    __slots__ = ()


try:
    Empty().x = 1
except AttributeError as error:
    print(error)
print(Empty('ab'), repr(Stack()), Stack() == [], [] == Stack())
