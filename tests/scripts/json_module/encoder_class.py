# JSONEncoder: subclasses, pieces.
import json


class Complex(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex):
            return [o.real, o.imag]
        return super().default(o)


print(json.dumps({'z': 1 + 2j}, cls=Complex), Complex().encode([1j]), Complex(indent=1).encode([1j]))
try:
    Complex().encode({'x': object()})
except TypeError as e:
    print(e)
for encoder in [json.JSONEncoder(), json.JSONEncoder(indent=1), json.JSONEncoder(sort_keys=True, separators=(',', ':'))]:
    for value in [1, 'a', [1, 'b', [2]], {'b': [1], 'a': {}}, [[], {}, [{}]], {}, []]:
        print(list(encoder.iterencode(value)))
print(list(Complex().iterencode([1, 2j, {'a': 3j}])))


class Pieces(json.JSONEncoder):
    def iterencode(self, o, _one_shot=False):
        yield '<'
        yield from super().iterencode(o, _one_shot)
        yield '>'


print(json.dumps([1], cls=Pieces), json.dumps('a', cls=Pieces))
pieces = json.JSONEncoder().iterencode([1, [2, object()]])
try:
    for piece in pieces:
        print(piece)
except TypeError as e:
    print(e)
encoder = json.JSONEncoder(default=repr)
print(vars(encoder).keys(), encoder.item_separator, encoder.key_separator, encoder.encode(object))
