# Slots given by a dictionary document themselves; defaults need another way.
class Documented:
    __slots__ = {'x': 'the x coordinate', 'y': 'the y coordinate'}


print(Documented.x.__doc__, Documented.__slots__)

try:

    class Conflict:
        __slots__ = ('x',)
        x = 'default'
except ValueError as error:
    print(error)


class WithMethod:
    __slots__ = ('value',)

    def __init__(self, value=0):
        self.value = value

    def double(self):
        self.value *= 2
        return self

    def __eq__(self, other):
        return self.value == other.value

    def __repr__(self):
        return f'WithMethod({self.value})'


w = WithMethod(4).double()
print(w, w == WithMethod(8), w.double().value)
try:
    {w: 1}
except TypeError as error:
    print(error)
try:
    w.double = 5
except AttributeError as error:
    print(error)


class Generator:
    __slots__ = (name for name in ('a', 'b'))


g = Generator()
g.a = 1
print(g.a, sorted(name for name in dir(g) if len(name) == 1))
