# auto() generates values.
from enum import Enum, Flag, IntEnum, StrEnum, auto


class A(Enum):
    ONE = auto()
    TWO = auto()
    TEN = 10
    ELEVEN = auto()


class Names(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower(), count, list(last_values)

    X = auto()
    Y = auto()


class S(StrEnum):
    FOO_BAR = auto()
    OTHER = 'x'


class P(Enum):
    PAIR = auto(), 'first'
    NEXT = auto(), 'second'


print(list(A), [m.value for m in Names], list(S), list(P))
print(repr(auto()), A(11), S.FOO_BAR == 'foo_bar')
try:
    class Bad(Enum):
        A = 'text'
        B = auto()
except TypeError as error:
    print(error)
