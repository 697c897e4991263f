# Class patterns ask isinstance, then attributes: by position those of __match_args__.
class Point:
    __match_args__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y


class Point3(Point):
    __match_args__ = ('x', 'y', 'z')

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def f(p):
    match p:
        case Point3(x, y, z):
            return 'in space', x, y, z
        case Point(0, 0):
            return 'origin'
        case Point(x=0, y=y):
            return 'on the axis', y
        case Point(x, y=7):
            return 'high', x
        case Point(missing=m):
            return m
        case Point():
            return 'some point'
        case int(n) | float(n):
            return 'number', n
        case str() as s:
            return 'text', s
        case dict() | list():
            return 'collection'
        case tuple((a, b)):
            return 'pair', a, b
        case object():
            return 'something'


for p in [Point3(1, 2, 3), Point(0, 0), Point(0, 5), Point(3, 7), Point(4, 4), 5, 2.5, True, 'hello', {}, [1], (1, 2), (1, 2, 3), None]:
    print(f(p))


def kinds(x):
    match x:
        case bool(b):
            return 'bool', b
        case bytes(b) | bytearray(b):
            return 'bytes', b
        case set(s) | frozenset(s):
            return 'set', sorted(s)


print(kinds(True), kinds(b'a'), kinds(bytearray(b'b')), kinds({1, 2}), kinds(frozenset()), kinds(1))


class Number(int):
    pass


match Number(5):
    case Number(n):
        print('subclasses of built-in types take themselves', n, type(n).__name__)


class Meta(type):
    def __instancecheck__(cls, instance):
        print('asked about', instance)
        return instance == 'yes'


class Virtual(metaclass=Meta):
    pass


for word in ['yes', 'no']:
    match word:
        case Virtual():
            print('virtually')
        case _:
            print('not at all')


class Computed:
    @property
    def slow(self):
        print('computed')
        return 1

    def __getattr__(self, name):
        print('getattr', name)
        if name == 'gone':
            raise AttributeError(name)
        if name == 'bad':
            raise ValueError(name)
        return name.upper()


match Computed():
    case Computed(slow=2):
        print('no')
    case Computed(other='OTHER', gone=_):
        print('no')
    case Computed(other=o):
        print(o)
try:
    match Computed():
        case Computed(bad=_):
            pass
except ValueError as error:
    print('ValueError', error)
