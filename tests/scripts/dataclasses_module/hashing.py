# What becomes of __hash__.
from dataclasses import dataclass, field


def show(**options):
    @dataclass(**options)
    class C:
        x: int
        y: list = field(default=None, hash=False)

    try:
        return hash(C(1)) == hash(C(1))
    except TypeError as error:
        return str(error)


print(show(), show(eq=False), show(frozen=True), show(unsafe_hash=True), show(eq=False, frozen=True))


@dataclass
class Own:
    x: int

    def __hash__(self):
        return 7


@dataclass(eq=True)
class Child(Own):
    pass


print(hash(Own(1)), Child.__hash__)
