# A data class has __init__, __repr__ and __eq__ made of its fields.
from dataclasses import dataclass, field, fields, is_dataclass


@dataclass
class Item:
    name: str
    price: float = 1.5
    tags: list = field(default_factory=list)

    def total(self, n):
        return self.price * n


a = Item('nail')
b = Item('nail', 1.5, [])
a.tags.append('x')
print(a, b, a == b, a == Item('nail', tags=['x']), a.total(4), Item.__doc__, Item.__match_args__)
print([(f.name, f.type.__name__, f.default if f.name == 'price' else None) for f in fields(Item)], is_dataclass(Item), is_dataclass(a), is_dataclass(3))
print(Item.__init__.__annotations__, Item.__init__.__qualname__, Item.price, hasattr(Item, 'tags'))
for call in (
    lambda: Item(),
    lambda: Item(1, 2, 3, 4),
    lambda: Item('a', nope=1),
    lambda: hash(a),
    lambda: a < b,
    lambda: fields(3),
):
    try:
        call()
    except TypeError as error:
        print(error)
match a:
    case Item(name, price=p):
        print(name, p)
