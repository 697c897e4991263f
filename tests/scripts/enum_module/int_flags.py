# IntFlag keeps bits without a name.
from enum import IntFlag


class Perm(IntFlag):
    R = 4
    W = 2
    X = 1


print(Perm.R | Perm.W, repr(Perm.R | Perm.W), Perm.R | 8, repr(Perm.R | 8), repr(Perm(0)), repr(~Perm.R), Perm(-1), repr(Perm(16)))
print(Perm.R + 1, Perm.R == 4, Perm.R & 6, type(Perm.R & 6).__name__, type(Perm.R | 8).__name__, list(Perm(7)), 8 | Perm.R)
print((Perm.R | Perm.X) in Perm, 8 in Perm, Perm.X in Perm(5), int(Perm(6)), f'{Perm.R}', (Perm.R | 8).name, list(Perm))
