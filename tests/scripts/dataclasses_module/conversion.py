# asdict and astuple go into what the fields hold.
import copy
from collections import OrderedDict, defaultdict, namedtuple
from dataclasses import asdict, astuple, dataclass

N = namedtuple('N', 'a b')


@dataclass
class Inner:
    v: int


@dataclass
class Outer:
    one: Inner
    many: list
    by: dict
    pair: tuple
    named: N


o = Outer(Inner(1), [Inner(2), 3], {'k': Inner(4)}, (Inner(5),), N(Inner(6), 7))
print(asdict(o))
print(astuple(o))
print(asdict(Inner(1), dict_factory=OrderedDict), astuple(Inner(1), tuple_factory=list))


@dataclass
class D:
    d: defaultdict


d = defaultdict(list, a=[Inner(1)])
print(asdict(D(d)), asdict(D(d))['d'] is d)
for call in (lambda: asdict(3), lambda: astuple(Inner), lambda: asdict(Inner)):
    try:
        call()
    except TypeError as error:
        print(error)
print(copy.replace(Inner(1), v=2), copy.deepcopy(o) == o)
