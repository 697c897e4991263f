# Protocols, and checks of instances by their members.
from typing import Protocol, runtime_checkable, SupportsInt, SupportsIndex, is_protocol, get_protocol_members, TypeVar
import typing


@runtime_checkable
class Closable(Protocol):
    def close(self): ...


class File:
    def close(self): pass


class Other: pass


print(isinstance(File(), Closable), isinstance(Other(), Closable), issubclass(File, Closable), issubclass(Other, Closable))


class Plain(Protocol):
    def run(self): ...


@runtime_checkable
class Named(Protocol):
    name: str

    def greet(self): ...


class Person:
    def __init__(self):
        self.name = 'p'

    def greet(self): pass


print(isinstance(Person(), Named), isinstance(File(), Named))
for wrong in (lambda: isinstance(1, Plain), lambda: issubclass(int, Plain), lambda: issubclass(Person, Named),
              lambda: Plain(), lambda: runtime_checkable(Person), lambda: get_protocol_members(Person),
              lambda: type('X', (Plain, Person, Protocol), {})):
    try:
        print(wrong())
    except TypeError as e:
        print(type(e).__name__, str(e).split(' 0x')[0])


class Implements(Plain):
    def __init__(self):
        self.ready = True


print(Implements().ready, isinstance(Implements(), Implements), is_protocol(Plain), is_protocol(Implements))
print(sorted(get_protocol_members(Named)))
print(isinstance(1, SupportsInt), isinstance('1', SupportsInt), isinstance(True, SupportsIndex), issubclass(float, SupportsIndex))


class Box[T](Protocol):
    content: T


print(Box[int], Box.__parameters__, Box.__orig_bases__)
