# typing.TypedDict
from typing import TypedDict, Required, NotRequired, ReadOnly, Annotated, is_typeddict, get_type_hints, Generic, TypeVar


class Movie(TypedDict):
    name: str
    year: 'int'


class Extended(Movie, total=False):
    rating: float
    seen: Required[bool]
    tag: Annotated[NotRequired[str], 'meta']
    fixed: ReadOnly[int]


print(Movie(name='x', year=1), type(Movie(name='x', year=1)))
for cls in (Movie, Extended):
    print(cls.__annotations__)
    print(sorted(cls.__required_keys__), sorted(cls.__optional_keys__), cls.__total__)
    print(sorted(cls.__readonly_keys__), sorted(cls.__mutable_keys__))
print(Movie.__bases__, Movie.__orig_bases__ == (TypedDict,), Extended.__orig_bases__)
print(get_type_hints(Extended))
print(is_typeddict(Movie), is_typeddict(dict))
Made = TypedDict('Made', {'in': int, 'x': str}, total=False)
print(Made.__annotations__, Made.__total__, Made.__module__)
T = TypeVar('T')


class Gen(TypedDict, Generic[T]):
    item: T


print(Gen[int], Gen.__parameters__, Gen(item=1))


def wrong(source):
    try:
        print(eval(source))
    except TypeError as e:
        print(e)


wrong('isinstance({}, Movie)')
wrong('issubclass(dict, Movie)')
wrong("type(Movie)('X', (Movie, int), {})")
wrong("TypedDict('X', {'a': ()})")
wrong('TypedDict()')
