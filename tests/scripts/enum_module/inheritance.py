# Enumerations without members are bases; hooks see the members.
from enum import Enum, EnumType


class Base(Enum):
    def describe(self):
        return f'{self.name}={self.value}'

    def __init_subclass__(cls, /, note=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.note = note, list(cls)


class Derived(Base, note='n'):
    A = 1
    B = 2


print(Derived.A.describe(), Derived.note, isinstance(Derived.A, Base), EnumType is type(Derived))


class Mixin:
    def hello(self):
        return 'hello ' + self.name

    def __str__(self):
        return 'mixed ' + self.name


class M(Mixin, Enum):
    X = 1


print(M.X.hello(), str(M.X), f'{M.X}', repr(M.X))


class Meta(EnumType):
    def __getitem__(cls, name):
        return super().__getitem__(name.upper())


class Insensitive(Enum, metaclass=Meta):
    RED = 1


print(Insensitive['red'])
try:
    EnumType('Bad', (), {})
except Exception as error:
    print(type(error).__name__)
