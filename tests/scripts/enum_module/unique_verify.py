# unique and verify check enumerations.
from enum import CONTINUOUS, NAMED_FLAGS, UNIQUE, Enum, Flag, unique, verify


@unique
class Fine(Enum):
    A = 1
    B = 2


print(list(Fine))


class Dup(Enum):
    A = 1
    B = 1
    C = 1


class Gap(Enum):
    A = 1
    B = 5


class FlagGap(Flag):
    A = 1
    B = 8


class Unnamed(Flag):
    A = 1
    AB = 3
    ABC = 7


for check, cls in ((unique, Dup), (verify(UNIQUE), Dup), (verify(CONTINUOUS), Gap), (verify(CONTINUOUS), FlagGap), (verify(NAMED_FLAGS), Unnamed), (verify(UNIQUE, CONTINUOUS), Fine)):
    try:
        print(check(cls))
    except ValueError as error:
        print(error)
