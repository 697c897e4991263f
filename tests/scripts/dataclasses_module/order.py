# order=True compares as tuples of the fields.
from dataclasses import dataclass, field


@dataclass(order=True)
class V:
    major: int
    minor: int = 0
    note: str = field(default='', compare=False)


print(V(1) < V(2), V(1, 5) > V(1, 2), V(1) <= V(1, note='x'), V(1) == V(1, note='y'), sorted([V(2), V(1, 9), V(1)]), max(V(1), V(3)))


@dataclass(order=True)
class W(V):
    pass


for call in (lambda: V(1) < W(2), lambda: V(1) < 3, lambda: V('a') < V(1)):
    try:
        call()
    except TypeError as error:
        print(error)
print(V(1) == W(1), V.__lt__(V(1), 3))
