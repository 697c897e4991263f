# Keyword-only fields.
from dataclasses import KW_ONLY, dataclass, field


@dataclass
class A:
    x: int
    _: KW_ONLY
    y: int
    z: int = 3


@dataclass(kw_only=True)
class B:
    a: int = 1
    b: int = field(kw_only=False, default=2)


@dataclass
class C(B):
    c: int = 5


print(A(1, y=2), A.__match_args__, A.__doc__, B(9, a=8), B.__match_args__, C(7, 6, a=1), C.__doc__)
for call in (lambda: A(1, 2), lambda: A(1), lambda: B(1, 2)):
    try:
        call()
    except TypeError as error:
        print(error)
