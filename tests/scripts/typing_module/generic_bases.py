# What stands among the bases of a generic class, and who declares its type parameters.
from typing import *

T, S = TypeVar('T'), TypeVar('S')


class G(Generic[T]):
    pass


class Odd:
    def __init__(self, entries):
        self.entries = entries

    def __mro_entries__(self, bases):
        return self.entries


none, one, generic, wrong = Odd(()), Odd((int,)), Odd((G,)), Odd(None)

for bases in (
    'Protocol[T], Generic[T]', 'Generic[T, S], Protocol[T]', 'Protocol[T], Generic[S]', 'Protocol[T], Protocol[S]',
    'Generic[T], Generic[S]', 'Protocol[T], Iterable[S]', 'Generic[T], Iterable[S]', 'Protocol[T], Generic', 'Generic',
    'List[T], none', 'List[T], one', 'List[T], generic', 'List[T], wrong', 'List[T], 3', 'List[T], G[S]',
    'List[T], list[S]', 'List[T], Mapping[T, S]', 'Callable[[T], S], Generic[S, T]', 'Union[int, str]', 'ClassVar[int]',
):
    try:
        exec(f'class A({bases}): pass')
    except TypeError as error:
        print(bases, '->', error)
    else:
        print(bases, '->', A.__mro__[1:], A.__parameters__, getattr(A, '_is_protocol', None))

for tuple_ in 'Unpack[tuple[int, str]]', 'Unpack[Tuple[int, str]]', 'Unpack[list[int]]', 'Unpack[List[int]]', 'Unpack[T]':
    try:
        print(tuple_, eval(tuple_).__typing_unpacked_tuple_args__)
    except TypeError as error:
        print(tuple_, error)
try:
    List.__args__
except AttributeError as error:
    print(error)
