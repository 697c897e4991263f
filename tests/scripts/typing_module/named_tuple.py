# typing.NamedTuple
from typing import NamedTuple, Generic, TypeVar


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def norm(self):
        return self.x + self.y


p = Point(1)
print(p, p.norm(), Point._fields, Point._field_defaults, Point.__annotations__, Point.__doc__)
print(Point.__bases__, Point.__orig_bases__ == (NamedTuple,), Point.__module__, isinstance(p, tuple))
Pair = NamedTuple('Pair', [('a', int), ('b', 'str')])
print(Pair(1, 'x'), Pair.__annotations__)

T = TypeVar('T')


class Box(NamedTuple, Generic[T]):
    item: T


print(Box(1), Box[int], Box[int](2), Box.__mro__[1:])


class NewBox[T](NamedTuple):
    item: T


print(NewBox(3), NewBox[int], NewBox.__type_params__)


def wrong(source):
    try:
        exec(source)
    except (TypeError, AttributeError, ValueError) as e:
        print(type(e).__name__, e)


wrong('class X(NamedTuple):\n    a: int = 0\n    b: str')
wrong('class X(NamedTuple):\n    a: int\n    _fields = 1')
wrong('class X(NamedTuple, dict):\n    a: int')
wrong('class X(NamedTuple):\n    _a: int')
wrong('NamedTuple("X", [("a", int)], b=1)')
wrong('NamedTuple("X", None, b=1)')
wrong('NamedTuple()')
wrong('class X(Point):\n    z: int\nprint(X(1, 2), X._fields)')
