# __hash__ and __eq__ decide what a dictionary takes for the same key.
class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        return isinstance(other, Point) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))


table = {Point(1, 2): 'found'}
print(table[Point(1, 2)], Point(2, 1) in table, len({Point(0, 0), Point(0, 0)}))


class OnlyEq:
    def __eq__(self, other):
        return True


class Restored(OnlyEq):
    __hash__ = object.__hash__


print(OnlyEq.__hash__, len({Restored(): 1}))


class Bad:
    def __hash__(self):
        return 'text'


class Collide:
    def __init__(self, name):
        self.name = name

    def __hash__(self):
        return 1

    def __eq__(self, other):
        return self.name == getattr(other, 'name', None)


d = {Collide(n): n for n in 'abcab'}
print(len(d), list(d.values()), d[Collide('b')])


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: hash(OnlyEq()))
attempt(lambda: {OnlyEq(): 1})
attempt(lambda: {[1]})
attempt(lambda: {{}: 1})
attempt(lambda: hash((1, [])))
attempt(lambda: hash(Bad()))
attempt(lambda: {}[Point(9, 9).x])
print(
    hash(1) == hash(1.0) == hash(True),
    hash(2**61 - 1),
    hash(-1),
    hash(0.5) == hash(0.5),
    hash(()) == hash(()),
)
print(
    hash('text') == hash('te' + 'xt'), hash(None) == hash(None), hash(10**20), hash(-2.0), hash(float('inf'))
)
