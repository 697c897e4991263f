# The capitalized aliases of classes of other modules.
from typing import *
import typing
import collections.abc


def show(*fs):
    for f in fs:
        try:
            print(repr(f()))
        except Exception as e:
            print(type(e).__name__, e)


T = TypeVar('T')
U = TypeVar('U')
show(lambda: List, lambda: List[int], lambda: List[int] is List[int], lambda: List[int, str], lambda: List(),
     lambda: List[int](), lambda: List[5], lambda: List['Name'], lambda: List[int] == List[int],
     lambda: List[int] == list[int], lambda: List[T][int], lambda: List[List[T]][int])
show(lambda: Dict[str, int], lambda: Dict[str], lambda: Dict[T, U][int], lambda: Dict[T, U][int, str].__args__,
     lambda: Dict[str, int].__origin__, lambda: Dict[T, List[U]].__parameters__)
show(lambda: isinstance([], List), lambda: issubclass(list, List), lambda: isinstance([], List[int]),
     lambda: isinstance([], Sequence), lambda: issubclass(dict, Mapping))
show(lambda: Iterable[int], lambda: Generator[int], lambda: Generator[int, str, float], lambda: AsyncGenerator[int],
     lambda: ContextManager[int], lambda: Pattern[str], lambda: Match, lambda: Deque[int], lambda: DefaultDict[str, int],
     lambda: Counter[str], lambda: ChainMap[str, int], lambda: OrderedDict[str, int](a=1))
show(lambda: Hashable, lambda: Hashable[int], lambda: Sized, lambda: IO[str], lambda: Text, lambda: AnyStr)
show(lambda: collections.abc.Callable[[int, T], str], lambda: List[int].append, lambda: List.__name__,
     lambda: List[int].__name__, lambda: List.__doc__)


class MyList(List[int]): pass
class MyMap(Mapping[str, T]):
    def __getitem__(self, k): return k
    def __iter__(self): return iter('ab')
    def __len__(self): return 2


print(MyList.__mro__, MyList.__orig_bases__)
print(dict(MyMap()), MyMap.__parameters__, MyMap[int])
