# What can't be a data class.
from dataclasses import KW_ONLY, InitVar, dataclass, field


@dataclass(frozen=True)
class Frozen:
    x: int


@dataclass
class Thawed:
    x: int


sources = [
    '@dataclass\nclass E:\n    x: list = []',
    '@dataclass\nclass E:\n    x: dict = {}',
    '@dataclass\nclass E:\n    x: int = 1\n    y: int',
    '@dataclass\nclass E(Frozen):\n    y: int',
    '@dataclass(frozen=True)\nclass E(Thawed):\n    y: int',
    '@dataclass(order=True, eq=False)\nclass E:\n    y: int',
    '@dataclass(order=True)\nclass E:\n    y: int\n    def __lt__(self, other): pass',
    '@dataclass(frozen=True)\nclass E:\n    y: int\n    def __setattr__(self, n, v): pass',
    '@dataclass(unsafe_hash=True)\nclass E:\n    y: int\n    def __hash__(self): return 1',
    '@dataclass\nclass E:\n    y = field()',
    '@dataclass(slots=True)\nclass E:\n    __slots__ = ("x",)\n    x: int',
    '@dataclass(weakref_slot=True)\nclass E:\n    x: int',
    '@dataclass\nclass E:\n    _: KW_ONLY\n    a: int\n    __: KW_ONLY',
    '@dataclass\nclass E:\n    a: InitVar[int] = field(default_factory=int)',
    'field(default=1, default_factory=int)',
    'dataclass(Frozen, nope=1)',
]
for source in sources:
    try:
        exec(source)
    except Exception as error:
        print(type(error).__name__, error)
