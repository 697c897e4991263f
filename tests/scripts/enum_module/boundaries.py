# What happens to bits that no flag has.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, FlagBoundary


class Strict(Flag, boundary=STRICT):
    A = 1
    B = 4


class Conform(Flag, boundary=CONFORM):
    A = 1
    B = 4


class Eject(Flag, boundary=EJECT):
    A = 1
    B = 4


class Keep(Flag, boundary=KEEP):
    A = 1
    B = 4


for cls in (Strict, Conform, Eject, Keep):
    for value in (2, 5, 8, -1):
        try:
            print(cls.__name__, value, repr(cls(value)))
        except ValueError as error:
            print(error)
print(list(FlagBoundary), Keep(10).name, Conform(~0), ~Keep.A)
