# What is wrong with a class pattern shows when it is tried.
class Plain:
    pass


class Args:
    __match_args__ = ('a', 'b')
    a = b = 1


class NotTuple:
    __match_args__ = ['a']


class NotText:
    __match_args__ = ('a', 1)
    a = 1


class Twice:
    __match_args__ = ('a', 'a')
    a = 1


class One:
    __match_args__ = ('a',)
    a = 1


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


def not_a_class(cls):
    match 1:
        case cls():
            return 'matched'


def one(cls):
    match cls():
        case cls(x):
            return 'matched', x


def two(cls):
    match cls():
        case cls(x, y):
            return 'matched', x, y


def three(cls):
    match cls():
        case cls(x, y, _):
            return 'matched', x, y


def keyword(cls):
    match cls():
        case cls(x, a=y):
            return 'matched', x, y


for thing in [1, 'int', print, None, [int], int | str, (int, str)]:
    attempt(not_a_class, thing)
for cls in [Plain, Args, NotTuple, NotText, Twice, One, int, object, dict, type(None)]:
    for f in [one, two, three, keyword]:
        print(cls.__name__, f.__name__, end=': ')
        attempt(f, cls)


class Hook:
    @property
    def __match_args__(self):
        return ('a',)


attempt(one, Hook)


class Meta(type):
    @property
    def __match_args__(cls):
        raise ValueError('no args')


class Raising(metaclass=Meta):
    pass


attempt(one, Raising)
