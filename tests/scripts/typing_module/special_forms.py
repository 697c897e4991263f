# Special forms: how they show, what they take, and what they refuse.
from typing import *


def show(*fs):
    for f in fs:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)


T = TypeVar('T')
P = ParamSpec('P')
show(lambda: Any, lambda: Any(), lambda: isinstance(1, Any), lambda: Any | int)
show(lambda: Union[int, str], lambda: Union[int, int], lambda: Union[int, None], lambda: Union[()],
     lambda: Union[int, Union[str, float]], lambda: Union(), lambda: isinstance(1, Union), lambda: Union[(int,), str])
show(lambda: Optional[int], lambda: Optional[int, str], lambda: Optional[Union[int, str]])
show(lambda: Literal[1, 'a', True, None], lambda: Literal[Literal[1, 2], 3], lambda: Literal[1] == Literal[True],
     lambda: Literal[1, 2] == Literal[2, 1], lambda: Literal[1, 1])
show(lambda: Annotated[int, 'x', 1], lambda: Annotated[Annotated[int, 1], 2], lambda: Annotated[int],
     lambda: Annotated[T, 1][int], lambda: Annotated[int, 1].__metadata__, lambda: Annotated[int, 1].__origin__)
show(lambda: ClassVar[int], lambda: Final[int], lambda: ClassVar[Final[int]], lambda: List[ClassVar[int]],
     lambda: ClassVar[int, str])
show(lambda: NoReturn, lambda: NoReturn[int], lambda: Never | int, lambda: Self, lambda: LiteralString,
     lambda: TypeAlias, lambda: TypeGuard[int], lambda: TypeIs[int], lambda: Required[int], lambda: NotRequired[int],
     lambda: ReadOnly[int])
show(lambda: Concatenate[int, P], lambda: Concatenate[int], lambda: Concatenate[()])
show(lambda: Tuple[int, ...], lambda: Tuple[()], lambda: Tuple[int, str], lambda: Type[int])
show(lambda: Callable[[int, str], bool], lambda: Callable[..., int], lambda: Callable[P, int], lambda: Callable[int],
     lambda: Callable[Concatenate[int, P], T])
