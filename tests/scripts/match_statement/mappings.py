# Mapping patterns look at some keys; `**rest` has the others.
def f(x):
    match x:
        case {'type': 'point', 'x': x, 'y': y}:
            return 'point', x, y
        case {'type': kind, **rest}:
            return kind, rest
        case {1: [a, b]}:
            return 'one', a, b
        case {None: n, True: t}:
            return 'singletons', n, t
        case {-1: m} | {b'k': m} | {1.5: m}:
            return 'odd keys', m
        case {}:
            return 'any mapping'
    return 'no mapping'


for x in [{'type': 'point', 'x': 1, 'y': 2}, {'type': 'line', 'from': 1}, {'type': 1}, {1: (2, 3)}, {1: 2}, {None: 1, 1: 2}, {-1: 0},
          {b'k': 1}, {1.5: 2, 3: 4}, {}, [], 'text', {'x': 1}]:
    print(f(x))


class Keys:
    A = 'a'
    AGAIN = 'a'
    LIST = []


match {'a': 1, 'b': 2}:
    case {Keys.A: one, **others}:
        print(one, others)
try:
    match {'a': 1, 'b': 2}:
        case {Keys.A: x, Keys.AGAIN: y}:
            print(x, y)
except ValueError as error:
    print(error)
try:
    match {'a': 1}:
        case {Keys.LIST: x}:
            print(x)
except TypeError as error:
    print(error)


# `get` with a default is what is asked: __missing__ isn't.
class Default(dict):
    def __missing__(self, key):
        print('missing', key)
        return 0


match Default():
    case {'a': _}:
        print('found')
    case {}:
        print('not found')


class Odd(dict):
    def get(self, key, default=None):
        print('get', key, default is None)
        return 7

    def __getitem__(self, key):
        print('item', key)
        return super().__getitem__(key)


match Odd(k=1, l=2):
    case {'k': value, **rest}:
        print(value, rest)
match Odd():
    case {'k': value}:
        print('too short to be asked')
    case _:
        print('no')
proxy = type('T', (), {'attribute': 1}).__dict__
match proxy:
    case {'attribute': value, **rest}:
        print(type(proxy).__name__, value, sorted(rest))
