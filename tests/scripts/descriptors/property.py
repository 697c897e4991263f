# property: methods that look like an attribute.
class Circle:
    def __init__(self, radius):
        self.radius = radius

    @property
    def radius(self):
        """The radius."""
        return self._radius

    @radius.setter
    def radius(self, value):
        if value < 0:
            raise ValueError('negative')
        self._radius = value

    @radius.deleter
    def radius(self):
        print('deleting')
        del self._radius

    @property
    def area(self):
        return 3 * self.radius**2


c = Circle(2)
print(c.radius, c.area)
c.radius = 3
print(c.area, Circle.radius.__doc__)


def attempt(action):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: setattr(c, 'radius', -1))
attempt(lambda: setattr(c, 'area', 1))
attempt(lambda: delattr(c, 'area'))
del c.radius
attempt(lambda: c.radius)
print(Circle.area.fget.__name__, Circle.area.fset, type(Circle.area).__name__, Circle.area.__name__)


class Old:
    x = property(lambda self: 'x', doc='documented')
    no_getter = property()
    only_set = property(None, lambda self, value: print('set', value))


o = Old()
print(o.x, Old.x.__doc__)
attempt(lambda: o.no_getter)
attempt(lambda: o.only_set)
o.only_set = 1
