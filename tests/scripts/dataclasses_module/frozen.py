# Frozen data classes refuse changes and hash by their fields.
from dataclasses import FrozenInstanceError, dataclass, replace


@dataclass(frozen=True)
class Point:
    x: int
    y: int = 0


p = Point(1)
print(p, hash(p) == hash(Point(1, 0)), {p: 'v'}[Point(1)], replace(p, y=5), len({Point(1), Point(1), Point(2)}))
for call in (lambda: setattr(p, 'x', 2), lambda: setattr(p, 'new', 2), lambda: delattr(p, 'x'), lambda: delattr(p, 'nope')):
    try:
        call()
    except FrozenInstanceError as error:
        print(type(error).__name__, error, isinstance(error, AttributeError))


@dataclass(frozen=True)
class Named(Point):
    name: str = 'n'


class Plain(Named):
    pass


q = Plain(1)
q.extra = 5
print(Named(1, 2, 'z'), q.extra, q)
try:
    q.name = 'other'
except FrozenInstanceError as error:
    print(error)
