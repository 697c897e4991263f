# __post_init__ and InitVar.
from dataclasses import InitVar, dataclass, field, replace


@dataclass
class Square:
    side: int
    scale: InitVar[int] = 1
    area: int = field(init=False)

    def __post_init__(self, scale):
        self.area = self.side * self.side * scale


s = Square(3, 2)
print(s, s.area, Square(2).area, Square.__doc__, InitVar[int], hasattr(s, 'scale'))
print(replace(s, side=1, scale=5))
for call in (lambda: replace(s, area=5), lambda: replace(3, a=1), lambda: replace(s, nope=1)):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)


@dataclass
class Base:
    log: list

    def __post_init__(self):
        self.log.append('base')


@dataclass
class Child(Base):
    x: int = 0

    def __post_init__(self):
        super().__post_init__()
        self.log.append('child')


print(Child([]))


@dataclass
class Needs:
    a: InitVar[int]


try:
    replace(Needs(1))
except TypeError as error:
    print(error)
