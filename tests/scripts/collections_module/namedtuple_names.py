# Names of fields are checked, or replaced.
from collections import namedtuple

print(namedtuple('T', ['a', 'class', 'b', 'a', '_x'], rename=True)._fields)
print(namedtuple('T', 'a,b c')._fields, namedtuple('T', ())(), namedtuple('T', 'a', defaults=[1])())
D = namedtuple('D', 'a b c', defaults=(2, 3))
print(D(1), D._field_defaults, namedtuple('M', 'a', module='here').__module__)
for args, kwargs in (
    (('class', 'a'), {}),
    (('T', 'a class'), {}),
    (('T', 'a a'), {}),
    (('T', '_a'), {}),
    (('T', '1a'), {}),
    (('T', 'a b'), {'defaults': (1, 2, 3)}),
):
    try:
        namedtuple(*args, **kwargs)
    except Exception as error:
        print(type(error).__name__, error)
