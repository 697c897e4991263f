# The tower of numbers.
import numbers

for v in (3, True, 2.5, 1j, 'x', None):
    print(repr(v), [c.__name__ for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, c)])
print([c.__name__ for c in numbers.Integral.__mro__])
try:
    numbers.Real()
except TypeError as error:
    print(str(error)[:60])


class Half(numbers.Real):
    def __init__(self, n):
        self.n = n

    def __float__(self):
        return self.n / 2

    __abs__ = __add__ = __ceil__ = __eq__ = __floor__ = __floordiv__ = __le__ = __lt__ = __mod__ = __mul__ = None
    __neg__ = __pow__ = __radd__ = __rfloordiv__ = __rmod__ = __rmul__ = __round__ = __rpow__ = None
    __rtruediv__ = __truediv__ = __trunc__ = None

    def __pos__(self):
        return self


h = Half(3)
print(complex(h), h.imag, h.real is h, h.conjugate() is h, numbers.Number.__hash__)
