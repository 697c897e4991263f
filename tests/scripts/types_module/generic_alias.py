# types.GenericAlias: what brackets behind a built-in class make.
import types
from typing import TypeVar, TypeVarTuple, ParamSpec

T = TypeVar('T')
U = TypeVar('U')
Ts = TypeVarTuple('Ts')


def show(*fs):
    for f in fs:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)


show(lambda: dict[T, list[U]][int, str], lambda: list[T][int, str], lambda: dict[T, U][int], lambda: list[int][int],
     lambda: dict[T, T][int], lambda: list[T][list[T]][int], lambda: dict[T, list[U]].__parameters__)
show(lambda: tuple[T, *Ts][int, str, float], lambda: tuple[*Ts][()], lambda: tuple[*Ts][*tuple[int, ...]],
     lambda: tuple[T, *Ts].__parameters__)
show(lambda: list[int].__doc__[:10], lambda: list[T].__name__, lambda: list[int].__bases__, lambda: list[int].missing,
     lambda: list[int].__class__, lambda: list[int].append)
show(lambda: next(iter(tuple[int])), lambda: next(iter(tuple[int])).__unpacked__, lambda: tuple[int].__unpacked__,
     lambda: next(iter(tuple[int])).__typing_unpacked_tuple_args__, lambda: type(iter(list[int])))
show(lambda: list[int] == list[int], lambda: next(iter(list[int])) == list[int], lambda: isinstance([], list[int]),
     lambda: issubclass(list, list[int]), lambda: list[int]('ab'), lambda: types.GenericAlias(int, (str,)),
     lambda: types.GenericAlias(list))
show(lambda: (list[T] | int)[str], lambda: (list[T] | int).__parameters__, lambda: (int | str)[int],
     lambda: list[int] | None, lambda: None | list[int], lambda: int | 'x', lambda: (int | str).__args__)
