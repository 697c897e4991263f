# NamedTuple calls __set_name__ of what stands in the class, also of defaults; a generic TypedDict with arguments.
from typing import *


class Named:
    def __set_name__(self, owner, name):
        print('set_name', owner.__name__, name)


class Refusing:
    def __set_name__(self, owner, name):
        raise ValueError('refused')


class Record(NamedTuple):
    plain: int
    default: object = Named()
    attribute = Named()


print(Record._fields, Record._field_defaults.keys(), Record(1).plain)
try:
    class Failing(NamedTuple):
        x: int = 3
        attribute = Refusing()
except ValueError as error:
    print(error, error.__notes__)
for bases in (int,), (NamedTuple, int):
    try:
        exec('class Mixed(*bases, NamedTuple): pass')
    except TypeError as error:
        print(error)

T = TypeVar('T')


class Box(TypedDict, Generic[T], total=False):
    inside: T
    label: Required[str]


class Crate(Box[int]):
    weight: NotRequired[int]


print(is_typeddict(Box), is_typeddict(Box[int]), is_typeddict(Crate), Crate.__orig_bases__)
for cls in Box, Crate:
    print(sorted(cls.__required_keys__), sorted(cls.__optional_keys__), cls.__total__, cls.__annotations__)
