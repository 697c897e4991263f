# What can't be an enumeration.
from enum import Enum, auto


class Color(Enum):
    RED = 1


def extend():
    class More(Color):
        BLUE = 3


def twice():
    class Twice(Enum):
        A = 1
        A = 2


def sunder():
    class Sunder(Enum):
        _reserved_ = 1


def mro():
    class Mro(Enum):
        mro = 1


def order():
    class Order(Enum):
        _order_ = 'B A'
        A = 1
        B = 2


def late_generate():
    class Late(Enum):
        A = auto()

        def _generate_next_value_(name, start, count, last):
            return name


def two_types():
    class Two(int, str, Enum):
        A = 1


def mixin_last():
    class Last(Enum, int):
        A = 1


for f in (extend, twice, sunder, mro, order, late_generate, two_types, mixin_last, lambda: Enum('X')):
    try:
        f()
    except Exception as error:
        print(type(error).__name__, error)
