# `__class__` in a comprehension of a class body is a global name: nothing in it is a method.
def attempt(f):
    try:
        print(f())
    except NameError as error:
        print(type(error).__name__, error)


def plain():
    class C:
        names = [__class__ for x in [1]]


def bound_in_class():
    class C:
        __class__ = 2
        names = [__class__ for x in [1]]


def bound_around():
    __class__ = 2

    class C:
        names = {__class__ for x in [1]}


def beside_super():
    class C:
        names = [super for _ in [1]]
        others = {1: __class__ for _ in [1]}


def in_generator():
    class C:
        names = list(__class__ for _ in [1])


def in_function():
    __class__ = 2
    return [__class__ for _ in [1]]


for f in (plain, bound_in_class, bound_around, beside_super, in_generator, in_function):
    attempt(f)
__class__ = "global"


class C:
    names = [__class__ for x in [1]]


print(C.names)
