# cached_property computes once and keeps the value in the instance.
import functools


class Circle:
    def __init__(self, r):
        self.r = r

    @functools.cached_property
    def area(self):
        """the area"""
        print('computing')
        return self.r * self.r * 3


c = Circle(2)
print(c.area, c.area, c.__dict__)
del c.area
print(c.area)
c.area = 5
print(c.area, Circle.area.__doc__, Circle.area.attrname)


class Slotted:
    __slots__ = ()

    @functools.cached_property
    def x(self):
        return 1


try:
    Slotted().x
except TypeError as error:
    print(error)
unnamed = functools.cached_property(lambda self: 1)
Circle.late = unnamed
try:
    c.late
except TypeError as error:
    print(error)
try:
    class Two:
        a = functools.cached_property(lambda self: 1)
        b = a
except TypeError as error:
    print(error)
