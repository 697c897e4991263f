# __slots__ names the only attributes an instance may have.
class Point:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


p = Point(1, 2)
print(p.x, p.y, hasattr(p, '__dict__'))
p.x = 10
print(p.x)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(p, 'z', 3))
attempt(lambda: p.z)
attempt(lambda: delattr(p, 'z'))
del p.x
attempt(lambda: p.x)
attempt(lambda: delattr(p, 'x'))
attempt(lambda: vars(p))
attempt(lambda: p.__dict__)
print(Point.x, type(Point.x).__name__, Point.x.__get__(p, Point) if hasattr(p, 'x') else 'unset')
p.x = 5
print(Point.x.__get__(p), Point.__slots__)
attempt(lambda: Point.x.__get__(5))
attempt(lambda: Point.x.__set__(5, 1))


class OneString:
    __slots__ = 'single'


o = OneString()
o.single = 1
print(o.single, OneString.__slots__)
