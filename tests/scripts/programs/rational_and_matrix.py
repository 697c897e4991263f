# Numbers of one's own.
class Rational:
    def __new__(cls, numerator, denominator=1):
        if denominator == 0:
            raise ZeroDivisionError(f'Rational({numerator}, 0)')
        a, b = abs(numerator), abs(denominator)
        while b:
            a, b = b, a % b
        sign = -1 if denominator < 0 else 1
        self = super().__new__(cls)
        self._n, self._d = sign * numerator // a, abs(denominator) // a
        return self

    @staticmethod
    def of(value):
        return (
            value
            if isinstance(value, Rational)
            else Rational(value)
            if isinstance(value, int)
            else NotImplemented
        )

    def _op(function):
        def method(self, other):
            other = Rational.of(other)
            return other if other is NotImplemented else function(self, other)

        return method

    __add__ = __radd__ = _op(lambda a, b: Rational(a._n * b._d + b._n * a._d, a._d * b._d))
    __mul__ = __rmul__ = _op(lambda a, b: Rational(a._n * b._n, a._d * b._d))
    __sub__ = _op(lambda a, b: Rational(a._n * b._d - b._n * a._d, a._d * b._d))
    __rsub__ = _op(lambda a, b: Rational(b._n * a._d - a._n * b._d, a._d * b._d))
    __truediv__ = _op(lambda a, b: Rational(a._n * b._d, a._d * b._n))
    __eq__ = _op(lambda a, b: (a._n, a._d) == (b._n, b._d))
    __lt__ = _op(lambda a, b: a._n * b._d < b._n * a._d)
    del _op

    def __pow__(self, exponent):
        return (
            Rational(self._n**exponent, self._d**exponent)
            if exponent >= 0
            else Rational(self._d, self._n) ** -exponent
        )

    def __hash__(self):
        return hash((self._n, self._d))

    def __float__(self):
        return self._n / self._d

    def __repr__(self):
        return str(self._n) if self._d == 1 else f'{self._n}/{self._d}'


half, third = Rational(1, 2), Rational(1, 3)
print(
    half + third,
    half - third,
    half * third,
    half / third,
    1 - half,
    2 * third,
    half**-3,
    -1 * half,
    Rational(4, -6),
)
print(
    half == Rational(2, 4),
    half < third,
    half > third,
    float(third),
    sum([half, third, Rational(1, 6)]),
    {half: 'h'}[Rational(5, 10)],
)
for action in (
    lambda: half + 'x',
    lambda: half + 0.5,
    lambda: Rational(1, 0),
    lambda: half / 0,
    lambda: sorted([half, 'a']),
):
    try:
        print(action())
    except (TypeError, ZeroDivisionError) as error:
        print(type(error).__name__, error)


class Matrix:
    def __init__(self, rows):
        self.rows = [list(row) for row in rows]

    def __matmul__(self, other):
        return Matrix(
            [[sum(a * b for a, b in zip(row, column)) for column in zip(*other.rows)] for row in self.rows]
        )

    def __getitem__(self, position):
        row, column = position
        return self.rows[row][column]

    def __pow__(self, n):
        result = Matrix([[int(i == j) for j in range(len(self.rows))] for i in range(len(self.rows))])
        base = self
        while n:
            if n & 1:
                result = result @ base
            base, n = base @ base, n >> 1
        return result

    def __str__(self):
        return '\n'.join(' '.join(f'{str(x):>5}' for x in row) for row in self.rows)


print((Matrix([[1, 1], [1, 0]]) ** 90)[0, 1])
print(Matrix([[half, 1], [0, third]]) ** 2)
