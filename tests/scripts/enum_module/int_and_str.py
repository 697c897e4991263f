# IntEnum and StrEnum members are ints and strs.
import json
from enum import Enum, IntEnum, StrEnum


class N(IntEnum):
    ONE = 1
    TWO = 2


class S(StrEnum):
    A = 'a'
    B = 'b'


print(N.ONE, repr(N.ONE), N.ONE + N.TWO, N.ONE < N.TWO, f'{N.TWO:03}', '%d' % N.TWO, N.ONE == 1, [10, 20][N.ONE], int(N.TWO))
print(S.A, repr(S.A), S.A.upper(), S.A + 'x', S('b'), f'{S.B:>3}', S.A == 'a', sorted([S.B, S.A]))
print(json.dumps([N.ONE, S.A]), max(N), sum(N), isinstance(N.ONE, int))


class Mixed(float, Enum):
    HALF = 0.5


print(Mixed.HALF, repr(Mixed.HALF), Mixed.HALF + 1, str(Mixed.HALF), f'{Mixed.HALF}')
for call in (lambda: StrEnum('T', {'A': 1}), lambda: IntEnum('T', {'A': 'x'}), lambda: N(5), lambda: S(1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
