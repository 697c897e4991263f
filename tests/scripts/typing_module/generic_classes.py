# Generic classes: parameters, substitution, errors.
from typing import Generic, ParamSpec, TypeVar, TypeVarTuple, Unpack, Protocol


def show(*fs):
    for f in fs:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)


T = TypeVar('T')
U = TypeVar('U')
D = TypeVar('D', default=int)
Ts = TypeVarTuple('Ts')
P = ParamSpec('P')


class G(Generic[T]):
    def __init__(self, x=None):
        self.x = x


class H(Generic[T, U]): pass
class Variadic(Generic[T, *Ts]): pass
class Params(Generic[P]): pass
class WithDefault(Generic[T, D]): pass
class Sub(G[T], H[T, int]): pass
class New[A, *As, **Q](G[A]): pass


show(lambda: G[int], lambda: G[int, str], lambda: H[int], lambda: H[int, T][str], lambda: H[T, T][int],
     lambda: G[int][str], lambda: G[T][U].__parameters__)
show(lambda: Variadic[int], lambda: Variadic[int, str, float], lambda: Variadic[()], lambda: Variadic[T, *Ts][int, str])
show(lambda: Params[[int, str]], lambda: Params[int, str], lambda: Params[...], lambda: Params[P])
show(lambda: WithDefault[str], lambda: WithDefault[str, bytes], lambda: WithDefault[int, str, bytes])
show(lambda: Sub.__parameters__, lambda: Sub.__orig_bases__, lambda: [c.__name__ for c in Sub.__mro__], lambda: Sub[str])
show(lambda: New.__parameters__, lambda: New.__type_params__, lambda: New.__orig_bases__,
     lambda: [c.__name__ for c in New.__mro__], lambda: New[int, str, [bytes]])
show(lambda: G[int](5).x, lambda: G[int](5).__orig_class__, lambda: isinstance(G(), G), lambda: isinstance(1, G[int]),
     lambda: G[int].__origin__, lambda: G[int].__args__, lambda: G[int] == G[int], lambda: G[int] is G[int])
show(lambda: Generic[int], lambda: Generic[T, T], lambda: Generic[()], lambda: type('Q', (Generic,), {}),
     lambda: Generic[T][int])


def wrong(source):
    try:
        exec(source)
    except TypeError as e:
        print(e)


wrong('class X(Generic): pass')
wrong('class X(Generic[T], Generic[U]): pass')
wrong('class X(G[T], Generic[U]): pass')
wrong('class X(Generic[D, T]): pass')
wrong('class X[T](Generic[T]): pass')
wrong('class X(T): pass')
wrong('class X(Ts): pass')
wrong('class X(P): pass')
