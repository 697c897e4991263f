# Flags combine.
from enum import Flag, auto


class P(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(P.R | P.X, repr(P.R | P.W), P.RW, P(0), repr(P(0)), ~P.R, P.R in P.RW, P.X in P.RW, list(P.RW), len(P.RW), P.RW & P.W, P.RW ^ P.W)
print(list(P), P.__members__, P(5), bool(P(0)), bool(P.R), P.R == 1, P.R.value | P.W.value, P['RW'] is P(3), (P.R | P.X).name, P(0).name)
print(P.RW | P.R is P.RW, ~P.RW, P(7), P.R | P.W | P.X == P(7))
for call in (
    lambda: P(8),
    lambda: P(-9),
    lambda: P('x'),
    lambda: P.R | 1,
    lambda: 1 in P.RW,
    lambda: P.R < P.W,
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
