# Type parameters of functions (PEP 695).
def identity[T](x: T) -> T:
    return x


print(identity(5), identity.__type_params__, identity.__annotations__, identity.__qualname__)
T, = identity.__type_params__
print(type(T), T.__name__, T.__bound__, T.__constraints__, T.__infer_variance__, T.__module__)


def bounded[T: int, U: (str, bytes), *Ts, **P](a: T, b: U = 'b', *args: *Ts, key: P = None): pass


T, U, Ts, P = bounded.__type_params__
print(T, T.__bound__, T.__constraints__)
print(U, U.__bound__, U.__constraints__)
print(type(Ts), Ts, type(P), P)
print(bounded.__defaults__, bounded.__kwdefaults__, list(bounded.__annotations__))


# Bounds are evaluated when they are first asked for, and once.
def lazy[T: Later](x: T): pass


T, = lazy.__type_params__
try:
    T.__bound__
except NameError as e:
    print(e)


class Later: pass


print(T.__bound__ is Later, T.__bound__ is T.__bound__)


def outer[T](x: T):
    def inner[U](y: U) -> T:
        return T, U, x, y
    return inner


print(outer(1)(2), outer.__type_params__, outer(1).__type_params__, outer(1).__qualname__)


class C:
    Name = 'class attribute'

    def method[Name2](self, x: Name, y: Name2): pass

    def mangled[__T](self, x: __T): pass


print(C.method.__annotations__, C.method.__qualname__)
print(C.mangled.__type_params__, C.mangled.__annotations__)


def decorate(f):
    print('decorating', f.__name__, f.__type_params__)
    return f


@decorate
def decorated[T](x: T = print('default')): pass


def plain(): pass


print(plain.__type_params__)
plain.__type_params__ = (1, 2)
print(plain.__type_params__)
try:
    plain.__type_params__ = []
except TypeError as e:
    print(e)
f = lambda: 0
print(f.__type_params__)


async def coroutine[T](x: T): pass


def generator[T](x: T):
    yield T


print(coroutine.__type_params__, next(generator(0)))
