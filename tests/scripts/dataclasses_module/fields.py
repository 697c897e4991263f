# What field() says of a field.
from dataclasses import MISSING, dataclass, field, fields


@dataclass
class C:
    a: int = field(repr=False)
    b: int = field(default=2, compare=False, metadata={'unit': 'm'})
    c: list = field(default_factory=lambda: [0], init=False)
    d: int = field(default=4, kw_only=True, hash=False)


x = C(1)
print(x, x == C(1, 99), x.c, x.a, C(1, d=9).d)
for f in fields(C):
    print(f.name, f.init, f.repr, f.compare, f.hash, f.kw_only, dict(f.metadata), f.default is MISSING, f.default_factory is MISSING)
try:
    fields(C)[1].metadata['q'] = 1
except TypeError as error:
    print(error)
try:
    C(1, 2, 3)
except TypeError as error:
    print(error)
print(C.__dataclass_params__)
