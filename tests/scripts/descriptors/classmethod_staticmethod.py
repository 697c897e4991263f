# classmethod binds the class, staticmethod binds nothing.
class T:
    name = 'T'

    @classmethod
    def make(cls, *args):
        return cls.name, args

    @staticmethod
    def plain(*args):
        return args


class U(T):
    name = 'U'

    @classmethod
    def make(cls):
        return 'via super', super().make(1)


print(T.make(1), T().make(2), U.make(), U().make())
print(T.plain(1), T().plain(2))
print(T.__dict__['make'].__func__.__name__, T.__dict__['plain'].__wrapped__.__name__)
print(type(T.__dict__['make']).__name__, type(T.make).__name__, type(T.plain).__name__)
print(T.make.__self__, U().plain.__name__)

static = staticmethod(lambda x: x * 2)
print(static(21))
try:
    T.__dict__['make']()
except TypeError as error:
    print(error)
print(dict.fromkeys([1, 2]), int.from_bytes(b'\x01\x00', 'big'), str.maketrans('a', 'b'))


class Chain:
    @classmethod
    @property
    def both(cls):
        return 'chained'


print(type(Chain.both).__name__)
for wrong in classmethod, staticmethod:
    try:
        wrong()
    except TypeError as error:
        print(error)
