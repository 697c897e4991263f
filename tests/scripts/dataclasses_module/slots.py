# slots=True makes the class anew with slots.
import pickle
import weakref
from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)


@dataclass(slots=True)
class Q(P):
    w: int = 9


@dataclass(slots=True, frozen=True)
class F:
    a: int
    b: str = 'b'


p = P(1)
print(p, P.__slots__, Q.__slots__, Q(1), hasattr(p, '__dict__'), p == P(1), replace(p, y=7))
try:
    p.q = 1
except AttributeError as error:
    print(error)
f = pickle.loads(pickle.dumps(F(5)))
print(f, F.__getstate__(f), hash(f) == hash(F(5)))
try:
    f.a = 1
except AttributeError as error:
    print(type(error).__name__, error)


@dataclass(slots=True, weakref_slot=True)
class W:
    a: int


w = W(1)
print(weakref.ref(w)() is w, W.__slots__)
