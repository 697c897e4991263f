"""The numeric tower (PEP 3141): abstract classes of numbers, each with the operations it adds."""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


def _operator(owner, name, sign):
    """The abstract methods of a binary operator: of it, and of it with the operands swapped."""
    @abstractmethod
    def forward(self, other):
        raise NotImplementedError

    @abstractmethod
    def reflected(self, other):
        raise NotImplementedError

    for method, special, use in (
        (forward, f'__{name}__', f'self {sign} other'),
        (reflected, f'__r{name}__', f'other {sign} self'),
    ):
        method.__name__ = special
        method.__qualname__ = f'{owner}.{special}'
        method.__doc__ = use
    return forward, reflected


class Number(metaclass=ABCMeta):
    """All numbers: isinstance(x, Number) asks whether x is one, of whatever kind."""

    __slots__ = ()

    # Every kind has to say how it hashes.
    __hash__ = None


class Complex(Number):
    """What complex numbers can: +, -, *, /, **, ==, abs(), conjugate(), real and imag, and conversion to complex."""

    __slots__ = ()

    @property
    @abstractmethod
    def real(self):
        """The real part, a Real."""
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        """The imaginary part, a Real."""
        raise NotImplementedError

    @abstractmethod
    def conjugate(self):
        """The number with the imaginary part's sign changed."""
        raise NotImplementedError

    @abstractmethod
    def __complex__(self):
        """complex(self)"""

    @abstractmethod
    def __eq__(self, other):
        """self == other"""
        raise NotImplementedError

    @abstractmethod
    def __abs__(self):
        """abs(self), a Real"""
        raise NotImplementedError

    @abstractmethod
    def __pos__(self):
        """+self"""
        raise NotImplementedError

    @abstractmethod
    def __neg__(self):
        """-self"""
        raise NotImplementedError

    __add__, __radd__ = _operator('Complex', 'add', '+')
    __mul__, __rmul__ = _operator('Complex', 'mul', '*')
    __truediv__, __rtruediv__ = _operator('Complex', 'truediv', '/')

    @abstractmethod
    def __pow__(self, exponent):
        """self ** exponent"""
        raise NotImplementedError

    @abstractmethod
    def __rpow__(self, base):
        """base ** self"""
        raise NotImplementedError

    # These follow.

    def __bool__(self):
        """self != 0"""
        return self != 0

    def __sub__(self, other):
        """self - other"""
        return self + -other

    def __rsub__(self, other):
        """other - self"""
        return -self + other


class Real(Complex):
    """What real numbers can, too: //, %, divmod(), the order, rounding, and conversion to float."""

    __slots__ = ()

    @abstractmethod
    def __float__(self):
        """float(self)"""
        raise NotImplementedError

    @abstractmethod
    def __trunc__(self):
        """math.trunc(self): the nearest Integral towards 0."""
        raise NotImplementedError

    @abstractmethod
    def __floor__(self):
        """math.floor(self): the nearest Integral downwards."""
        raise NotImplementedError

    @abstractmethod
    def __ceil__(self):
        """math.ceil(self): the nearest Integral upwards."""
        raise NotImplementedError

    @abstractmethod
    def __round__(self, ndigits=None):
        """round(self, ndigits): halves to even; without ndigits an Integral, otherwise a Real."""
        raise NotImplementedError

    __floordiv__, __rfloordiv__ = _operator('Real', 'floordiv', '//')
    __mod__, __rmod__ = _operator('Real', 'mod', '%')

    @abstractmethod
    def __lt__(self, other):
        """self < other"""
        raise NotImplementedError

    @abstractmethod
    def __le__(self, other):
        """self <= other"""
        raise NotImplementedError

    # These follow, as does all that makes a real number a complex one.

    def __divmod__(self, other):
        """divmod(self, other)"""
        return self // other, self % other

    def __rdivmod__(self, other):
        """divmod(other, self)"""
        return other // self, other % self

    def __complex__(self):
        """complex(self)"""
        return complex(float(self))

    @property
    def real(self):
        """The number itself."""
        return +self

    @property
    def imag(self):
        """Always 0."""
        return 0

    def conjugate(self):
        """The number itself."""
        return +self


class Rational(Real):
    """What fractions can, too: numerator and denominator, which should have no common divisor."""

    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        """float(self)"""
        # Division of ints is exact however large they are.
        above, below = int(self.numerator), int(self.denominator)
        return above / below


class Integral(Rational):
    """What whole numbers can, too: <<, >>, &, ^, |, ~, pow() with a modulus, and conversion to int."""

    __slots__ = ()

    @abstractmethod
    def __int__(self):
        """int(self)"""
        raise NotImplementedError

    @abstractmethod
    def __invert__(self):
        """~self"""
        raise NotImplementedError

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """pow(self, exponent, modulus)"""
        raise NotImplementedError

    __lshift__, __rlshift__ = _operator('Integral', 'lshift', '<<')
    __rshift__, __rrshift__ = _operator('Integral', 'rshift', '>>')
    __and__, __rand__ = _operator('Integral', 'and', '&')
    __xor__, __rxor__ = _operator('Integral', 'xor', '^')
    __or__, __ror__ = _operator('Integral', 'or', '|')

    # These follow, as does all that makes a whole number a fraction.

    def __index__(self):
        """operator.index(self)"""
        return int(self)

    def __float__(self):
        """float(self)"""
        return float(int(self))

    @property
    def numerator(self):
        """The number itself."""
        return +self

    @property
    def denominator(self):
        """Always 1."""
        return 1


for _abc, _class in (Complex, complex), (Real, float), (Integral, int):
    _abc.register(_class)
del _abc, _class
