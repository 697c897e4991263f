# wraps makes a wrapper look like what it wraps.
import functools


def decorate(f):
    @functools.wraps(f)
    def wrapper(*args):
        """the wrapper"""
        return f(*args)

    return wrapper


@decorate
def greet(name: str) -> str:
    """says hello"""
    return f'hello {name}'


print(greet.__name__, greet.__qualname__, greet.__doc__, greet.__annotations__, greet('x'))
print(greet.__wrapped__.__name__, greet.__wrapped__ is not greet)


def bare():
    pass


functools.update_wrapper(bare, len, assigned=('__name__', '__missing__'), updated=())
print(bare.__name__, bare.__wrapped__ is len)
print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)
