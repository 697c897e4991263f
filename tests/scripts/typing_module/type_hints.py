# get_type_hints, get_origin and get_args.
from typing import *
import collections.abc

T = TypeVar('T')
P = ParamSpec('P')


class Base:
    x: 'int'
    y: Optional['Base'] = None


class Derived(Base):
    z: Annotated[List['Derived'], 'meta']
    x: str


print(get_type_hints(Base))
print(get_type_hints(Derived))
print(get_type_hints(Derived, include_extras=True))


def f(a: 'int', b: 'List[str]' = [], *args: None, c: 'Union[int, str]', **kw: 'undefined_later') -> 'Base': pass


try:
    get_type_hints(f)
except NameError as e:
    print(e)
undefined_later = bytes
print(get_type_hints(f))
print(get_type_hints(f, {'undefined_later': 1, 'Base': 2, 'List': List, 'Union': Union}) if False else '')


def generic[X](a: 'X', b: 'list[X]') -> X: pass


print(get_type_hints(generic))
for wrong in (1, 'x', None):
    try:
        print(get_type_hints(wrong))
    except TypeError as e:
        print(e)


@no_type_check
def unchecked(x: 'not a type'): pass


print(get_type_hints(unchecked))
for tp in (List[int], list[int], Union[int, str], int | str, Optional[int], Annotated[int, 1], Callable[[int], str],
           collections.abc.Callable[..., str], Literal[1, 2], ClassVar[int], Generic, Generic[T], P.args, int, T, Tuple,
           Dict[str, int], Tuple[int, ...], Type[int]):
    print(tp, get_origin(tp), get_args(tp))
