"""The numeric tower (PEP 3141): abstract classes of numbers, each with the operations it adds."""

from abc import ABCMeta, abstractmethod

__all__ = ['Number', 'Complex', 'Real', 'Rational', 'Integral']


# Most operations differ in nothing but their names: they are copies of one of these, made in the body of a class.


def _of_one(self):
    raise NotImplementedError


def _of_two(self, other):
    raise NotImplementedError


def _itself(self):
    return +self


def _define(namespace, template, documented, *decorators):
    """Puts a decorated copy of the template for every name into the namespace of a class."""
    for name, doc in documented.items():
        qualname = f'{namespace["__qualname__"]}.{name}'
        code = template.__code__.replace(co_name=name, co_qualname=qualname)
        method = type(template)(code, template.__globals__)
        method.__doc__ = doc
        for decorate in decorators:
            method = decorate(method)
        namespace[name] = method


def _define_operators(namespace, **signs):
    """The abstract methods of binary operators: as the left operand calls them, and as the right one does."""
    for name, sign in signs.items():
        name = name.removesuffix('_')
        uses = {f'__{name}__': f'self {sign} other', f'__r{name}__': f'other {sign} self'}
        _define(namespace, _of_two, uses, abstractmethod)


class Number(metaclass=ABCMeta):
    """All numbers: isinstance(x, Number) asks whether x is one, of whatever kind."""

    __slots__ = ()

    # Every kind has to say how it hashes.
    __hash__ = None


class Complex(Number):
    """What complex numbers can: +, -, *, /, **, ==, abs(), conjugate(), real and imag, and conversion to complex."""

    __slots__ = ()

    _define_operators(vars(), add='+', mul='*', truediv='/')
    _define(vars(), _of_one, {
        '__abs__': 'abs(self), a Real',
        '__neg__': '-self',
        '__pos__': '+self',
        'conjugate': "The number with the imaginary part's sign changed.",
    }, abstractmethod)
    _define(vars(), _of_one, {
        'imag': 'The imaginary part, a Real.',
        'real': 'The real part, a Real.',
    }, abstractmethod, property)
    _define(vars(), _of_two, {'__eq__': 'self == other'}, abstractmethod)

    @abstractmethod
    def __rpow__(self, base):
        """base ** self"""
        raise NotImplementedError

    @abstractmethod
    def __pow__(self, exponent):
        """self ** exponent"""
        raise NotImplementedError

    @abstractmethod
    def __complex__(self):
        """complex(self)"""

    # These follow.

    def __rsub__(self, other):
        """other - self"""
        return -self + other

    def __sub__(self, other):
        """self - other"""
        return self + -other

    def __bool__(self):
        """self != 0"""
        return self != 0


class Real(Complex):
    """What real numbers can, too: //, %, divmod(), the order, rounding, and conversion to float."""

    __slots__ = ()

    _define_operators(vars(), floordiv='//', mod='%')
    _define(vars(), _of_two, {'__lt__': 'self < other', '__le__': 'self <= other'}, abstractmethod)
    _define(vars(), _of_one, {
        '__float__': 'float(self)',
        '__ceil__': 'math.ceil(self): the nearest Integral upwards.',
        '__floor__': 'math.floor(self): the nearest Integral downwards.',
        '__trunc__': 'math.trunc(self): the nearest Integral towards 0.',
    }, abstractmethod)

    @abstractmethod
    def __round__(self, ndigits=None):
        """round(self, ndigits): halves to even; without ndigits an Integral, otherwise a Real."""
        raise NotImplementedError

    # These follow, as does all that makes a real number a complex one.

    def __rdivmod__(self, other):
        """divmod(other, self)"""
        return other // self, other % self

    def __divmod__(self, other):
        """divmod(self, other)"""
        return self // other, self % other

    _define(vars(), _itself, {'conjugate': 'The number itself.'})
    _define(vars(), _itself, {'real': 'The number itself.'}, property)

    @property
    def imag(self):
        """Always 0."""
        return 0

    def __complex__(self):
        """complex(self)"""
        return complex(float(self))


class Rational(Real):
    """What fractions can, too: numerator and denominator, which should have no common divisor."""

    __slots__ = ()

    _define(vars(), _of_one, dict.fromkeys(['numerator', 'denominator']), abstractmethod, property)

    def __float__(self):
        """float(self)"""
        # Division of ints is exact however large they are.
        above, below = int(self.numerator), int(self.denominator)
        return above / below


class Integral(Rational):
    """What whole numbers can, too: <<, >>, &, ^, |, ~, pow() with a modulus, and conversion to int."""

    __slots__ = ()

    _define_operators(vars(), lshift='<<', rshift='>>', and_='&', xor='^', or_='|')
    _define(vars(), _of_one, {'__int__': 'int(self)', '__invert__': '~self'}, abstractmethod)

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        """pow(self, exponent, modulus)"""
        raise NotImplementedError

    # These follow, as does all that makes a whole number a fraction.

    _define(vars(), _itself, {'numerator': 'The number itself.'}, property)

    @property
    def denominator(self):
        """Always 1."""
        return 1

    def __float__(self):
        """float(self)"""
        return float(int(self))

    def __index__(self):
        """operator.index(self)"""
        return int(self)


for _abc, _class in (Complex, complex), (Real, float), (Integral, int):
    _abc.register(_class)
del _abc, _class
