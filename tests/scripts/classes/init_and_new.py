# __new__ makes the instance, __init__ fills it.
class T:
    def __new__(cls, *args, **keywords):
        print('__new__', cls.__name__, args, keywords)
        return super().__new__(cls)

    def __init__(self, a, b=2):
        print('__init__', a, b)
        self.a = a


t = T(1, b=3)
print(t.a)


class Other:
    def __new__(cls):
        return 'not an instance of Other'

    def __init__(self):
        print('never called')


print(Other())


class Singleton:
    instance = None

    def __new__(cls):
        if cls.instance is None:
            cls.instance = object.__new__(cls)
        return cls.instance


print(Singleton() is Singleton())


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as error:
        print(error)


class Plain:
    pass


class WithInit:
    def __init__(self, a):
        pass


class Returning:
    def __init__(self):
        return 5


attempt(Plain, 1)
attempt(WithInit)
attempt(WithInit, 1, 2)
attempt(Returning)
attempt(object, 1)
attempt(object.__new__)
attempt(object.__new__, 5)
attempt(object.__new__, int)
attempt(int.__new__, str)
attempt(T)
