# Decorators are called bottom-up with the function or class, and their results are bound.
def trace(label):
    print('make decorator', label)

    def decorate(function):
        print('decorate with', label)

        def wrapper(*args, **keywords):
            print('call', label)
            return function(*args, **keywords)

        wrapper.__wrapped__ = function
        return wrapper

    return decorate


@trace('outer')
@trace('inner')
def f(x):
    return x * 2


print(f(21), f.__name__, f.__wrapped__.__wrapped__.__name__)


def add_method(cls):
    cls.added = lambda self: f'added to {cls.__name__}'
    return cls


@add_method
class T:
    pass


print(T().added())


@lambda f: [f.__name__]
def strange():
    pass


print(strange)
registry = []


@registry.append
def registered():
    pass


@(lambda cls: 'replaced by a string')
class Gone:
    pass


print(Gone, registered, registry[0].__name__)
table = [lambda f: f() + 1]


@table[0]
def number():
    return 41


print(number)
