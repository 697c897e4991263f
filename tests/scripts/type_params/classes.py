# Type parameters of classes (PEP 695).
class Plain[T]:
    def method(self, x: T) -> T:
        return x


print(Plain.__type_params__, Plain.__parameters__, Plain.__orig_bases__, [c.__name__ for c in Plain.__mro__])
print(Plain[int], Plain[int]().method(1), Plain.method.__annotations__)


class Many[A: int, *Bs, **C](dict[A, str], metaclass=type): pass


print(Many.__type_params__, Many.__bases__, Many.__orig_bases__)


class Outer[T]:
    class Inner[U]:
        x: T
        y: U

    def method[V](self, v: V) -> T: pass


print(Outer.Inner.__annotations__, Outer.Inner.__qualname__, Outer.method.__annotations__, Outer.method.__qualname__)


class Private[__T]:
    def m(self, x: __T): pass


print(Private.__type_params__, Private.m.__annotations__)


class WithFlag:
    def __init_subclass__(cls, flag=None):
        print("flag", flag)


class Keywords[T](WithFlag, flag=(lambda: T)()):
    def __class_getitem__(cls, item): return item


def decorate(cls):
    print('decorated', cls.__name__)
    return cls


@decorate
class Bases[T](*(list,), **{}):
    x: T = T


print(Bases.x, Bases.__annotations__, Bases.__mro__[1:])
try:
    class Wrong[T](Undefined): pass
except NameError as e:
    print(e)
