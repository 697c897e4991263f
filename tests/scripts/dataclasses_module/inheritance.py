# Fields are inherited, and overridden in place.
import abc
from dataclasses import dataclass, field


@dataclass
class A:
    x: int = 1
    y: int = 2


@dataclass
class B(A):
    z: int = 3
    x: str = 'b'


class NotOne:
    q: int = 5


@dataclass
class C(B, NotOne):
    w: int = 4


print(B(), B(5), C(), C.__match_args__, A() == B(1, 2))


@dataclass(repr=False, init=False, eq=False, match_args=False)
class Bare:
    x: int = 1


print(Bare().x, '__repr__' in Bare.__dict__, '__eq__' in Bare.__dict__, hasattr(Bare, '__match_args__'))


@dataclass
class Abstract(abc.ABC):
    x: int

    @abc.abstractmethod
    def f(self):
        ...


try:
    Abstract(1)
except TypeError as error:
    print(error)


@dataclass
class Recursive:
    me: object = None


r = Recursive()
r.me = r
print(r)


@dataclass
class Outer:
    @dataclass
    class Inner:
        v: int

    i: Inner


print(Outer(Outer.Inner(1)))


@dataclass
class SelfField:
    self: int
    other: int = field(default=1)


print(SelfField(5))
