# Binary operators, reflected and in place.
class Vector:
    def __init__(self, *items):
        self.items = items

    def __repr__(self):
        return f'Vector{self.items}'

    def __add__(self, other):
        if not isinstance(other, Vector):
            return NotImplemented
        return Vector(*[a + b for a, b in zip(self.items, other.items)])

    def __mul__(self, factor):
        return Vector(*[a * factor for a in self.items])

    def __rmul__(self, factor):
        print('reflected', end=' ')
        return self * factor

    def __iadd__(self, other):
        print('in place', end=' ')
        self.items = (self + other).items
        return self

    def __neg__(self):
        return Vector(*[-a for a in self.items])

    def __matmul__(self, other):
        return sum(a * b for a, b in zip(self.items, other.items))

    def __abs__(self):
        return sum(a * a for a in self.items) ** 0.5

    def __divmod__(self, n):
        return 'divmod', n

    def __rpow__(self, base):
        return 'rpow', base

    def __rshift__(self, other):
        return 'rshift', other


v, w = Vector(1, 2), Vector(3, 4)
print(v + w, v * 2, 2 * v, -v, v @ w, abs(w), divmod(v, 5), 2**v, v >> 'x')
alias = v
v += w
print(v, alias is v)
v *= 10
print(v, alias is v)
for action in (
    lambda: v + 1,
    lambda: 1 + v,
    lambda: v - w,
    lambda: +v,
    lambda: ~v,
    lambda: v @ 1,
    lambda: 'a' * v,
    lambda: v**2,
    lambda: divmod(1, v),
    lambda: v // v,
    lambda: v << 1,
    lambda: v & v,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    v -= 1
except TypeError as error:
    print(error)
