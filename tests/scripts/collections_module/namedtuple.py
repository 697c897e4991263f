# namedtuple makes tuple classes with named fields.
from collections import namedtuple

Point = namedtuple('Point', 'x y')
p = Point(11, y=22)
print(p, p[0] + p[1], p.x, p.y, p == (11, 22), len(p), Point.__doc__, Point._fields)
x, y = p
print(x, y, p._replace(x=100), p._asdict(), Point._make([1, 2]), Point(**{'x': 3, 'y': 4}))
print(Point.x.__doc__, Point.__module__, Point.__match_args__, Point.__slots__)
for call in (
    lambda: Point(),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=2),
    lambda: Point._make([1]),
    lambda: p._replace(z=1),
    lambda: setattr(p, 'x', 3),
    lambda: delattr(p, 'x'),
    lambda: p.z,
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
