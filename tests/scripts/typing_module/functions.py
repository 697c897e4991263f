# cast, overload, final, override, assert_never, NewType and the like.
import sys
import typing
from typing import *


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(1), [o.__annotations__ for o in get_overloads(f)])
clear_overloads()
print(get_overloads(f))


@overload
def g(): ...


try:
    g()
except NotImplementedError as e:
    print(e)
print(cast(int, 'x'), assert_type('x', int), TYPE_CHECKING)
for value in (5, 'x' * 200):
    try:
        assert_never(value)
    except AssertionError as e:
        print(e)


@final
class C:
    @final
    @override
    def m(self): pass


print(C.__final__, C.m.__final__, C.m.__override__)
UserId = NewType('UserId', int)
print(UserId, UserId(5), UserId.__supertype__, UserId.__name__, UserId.__module__, UserId | None)
try:
    class Sub(UserId): pass
except TypeError as e:
    print(e)


@dataclass_transform(kw_only_default=True, other=1)
def make(cls): return cls


print(make.__dataclass_transform__)
sys.stderr = sys.stdout
print(reveal_type([1]))
r = ForwardRef('Name')
print(r, r.__forward_arg__, r == ForwardRef('Name'), hash(r) == hash(ForwardRef('Name')), ForwardRef('x', module='m'))
for wrong in ('a b', 1, ''):
    try:
        ForwardRef(wrong)
    except (TypeError, SyntaxError) as e:
        print(type(e).__name__, e)
print(NoDefault, type(NoDefault), type(NoDefault)() is NoDefault)
try:
    typing.nothing
except AttributeError as e:
    print(e)
