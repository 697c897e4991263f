# `dir` asks an object for its `__dict__` and `__class__`, whatever they are.
import types


def public(o):
    return [name for name in dir(o) if not name.startswith("_")]


class M(types.ModuleType):
    pass


m = M("m")
m.b = 2
m.a = 1
print(public(m), m.__dict__["a"], vars(m) is m.__dict__)


class Lying(types.ModuleType):
    __dict__ = 8


try:
    dir(Lying("lying"))
except TypeError as error:
    print(error)


class Slotted:
    __slots__ = ["__class__", "__dict__"]

    def __init__(self):
        self.bar = "wow"


print(public(Slotted()), "__repr__" in dir(Slotted()))


class Property:
    __dict__ = property(lambda self: {"made": 1, "up": 2})


print(public(Property()))


class Nonsense:
    __dict__ = 3
    x = 1


print(public(Nonsense()))


class FakeClass:
    def __init__(self, *bases):
        self.attribute = 1
        self.__bases__ = bases


class Faked:
    @property
    def __class__(self):
        return FakeClass(FakeClass(), int)


print(public(Faked()))
