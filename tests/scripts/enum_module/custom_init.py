# __init__ and __new__ of enumerations see the value.
from enum import Enum


class Planet(Enum):
    EARTH = (5.97e24, 6.37e6)
    MARS = (6.42e23, 3.39e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def density(self):
        return round(self.mass / self.radius ** 3)


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, 'X')
    PY = (1, 'Y')


class Counting(Enum):
    def __new__(cls):
        obj = object.__new__(cls)
        obj._value_ = len(cls.__members__) + 1
        return obj

    A = ()
    B = ()


print(Planet.EARTH.mass, Planet.MARS.density, Planet((5.97e24, 6.37e6)).name)
print(Coord.PY.label, Coord.PY.value, Coord(0).name, Coord.PY == b'\x01', list(Counting))


class Tuples(tuple, Enum):
    A = 1, 2


print(Tuples.A, Tuples.A[1], repr(Tuples.A))
