"""Rational numbers, calculated with exactly."""

import numbers
import operator
import re
import sys
from functools import lru_cache
from itertools import starmap
from math import gcd, isfinite

__all__ = ['Fraction']

_literal = re.compile(r"""
    \A\s*
    (?P<sign>[-+]?)
    (?=\d|\.\d)                             # a digit, or a point and a digit
    (?P<whole>\d*|\d+(_\d+)*)
    (?: (?:\s*/\s*(?P<denominator>\d+(_\d+)*))?
      | (?:\.(?P<decimals>\d*|\d+(_\d+)*))? (?:E(?P<exponent>[-+]?\d+(_\d+)*))?
    )
    \s*\Z
""", re.VERBOSE | re.IGNORECASE)

_general_format = re.compile(r"""
    (?: (?P<fill>.)? (?P<align>[<>=^]) )?
    (?P<sign>[-+ ]?) (?P<alternate>\#)? (?P<width>0|[1-9][0-9]*)? (?P<separator>[,_])?
""", re.DOTALL | re.VERBOSE)

_float_format = re.compile(r"""
    (?: (?P<fill>.)? (?P<align>[<>=^]) )?
    (?P<sign>[-+ ]?) (?P<no_minus_zero>z)? (?P<alternate>\#)? (?P<zeros>0(?=[0-9]))?
    (?P<width>0|[1-9][0-9]*)? (?P<separator>[,_])? (?:\.(?P<precision>0|[1-9][0-9]*))? (?P<type>[eEfFgG%])
""", re.DOTALL | re.VERBOSE)


def _is_decimal(value):
    """A decimal.Decimal: there is none as long as nobody imported it."""
    module = sys.modules.get('decimal')
    return module is not None and isinstance(value, module.Decimal)


def _read(text):
    """Numerator and denominator of a literal."""
    found = _literal.match(text)
    if found is None:
        raise ValueError(f'Invalid literal for Fraction: {text!r}')
    numerator, denominator = int(found['whole'] or '0'), 1
    if found['denominator']:
        denominator = int(found['denominator'])
    if found['decimals']:
        decimals = found['decimals'].replace('_', '')
        denominator = 10 ** len(decimals)
        numerator = numerator * denominator + int(decimals)
    if found['exponent']:
        exponent = int(found['exponent'])
        if exponent >= 0:
            numerator *= 10 ** exponent
        else:
            denominator *= 10 ** -exponent
    return (-numerator if found['sign'] == '-' else numerator), denominator


def _rounded(n, d):
    """The int next to n/d, and of two the even one."""
    below, rest = divmod(n, d)
    is_odd = below % 2
    return below + (2 * rest + is_odd > d)


def _in_steps(n, d, exponent, no_minus_zero=False):
    """n/d rounded to a multiple of 10**exponent: whether it is negative, and the multiple without its sign."""
    steps = _rounded(n, d * 10 ** exponent) if exponent >= 0 else _rounded(n * 10 ** -exponent, d)
    return (steps < 0 if no_minus_zero else n < 0), abs(steps)


def _in_figures(n, d, figures):
    """n/d as a sign, an int of so many digits, and the power of ten it is multiplied by."""
    if n == 0:
        return False, 0, 1 - figures
    above, below = str(abs(n)), str(d)
    exponent = len(above) - len(below) + (below <= above) - figures
    sign, digits = _in_steps(n, d, exponent)
    if digits == 10 ** figures:
        # Rounded up to one digit more.
        return sign, digits // 10, exponent + 1
    return sign, digits, exponent


def _convergents(n, d):
    """The convergents of the continued fraction of n/d, as numerators and denominators."""
    p, q, last_p, last_q = 1, 0, 0, 1
    while d:
        whole, rest = divmod(n, d)
        p, q, last_p, last_q = whole * p + last_p, whole * q + last_q, p, q
        yield p, q
        n, d = d, rest


class Fraction(numbers.Rational):
    """A rational number in lowest terms.

    >>> Fraction(8, -6), Fraction('0.25'), Fraction(' 22/7 '), Fraction(0.5), Fraction()
    (Fraction(-4, 3), Fraction(1, 4), Fraction(22, 7), Fraction(1, 2), Fraction(0, 1))
    """

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        """Of a numerator and a denominator, which may be fractions; or of one number or the text of one."""
        if denominator is None:
            if isinstance(numerator, numbers.Rational):
                return cls._from_coprime_ints(numerator.numerator, numerator.denominator)
            if isinstance(numerator, float) or _is_decimal(numerator):
                return cls._from_coprime_ints(*numerator.as_integer_ratio())
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            numerator, denominator = _read(numerator)
        elif not (type(numerator) is int is type(denominator)):
            if not (isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational)):
                raise TypeError("both arguments should be Rational instances")
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        if denominator == 0:
            raise ZeroDivisionError(f'Fraction({numerator}, 0)')
        divisor = gcd(numerator, denominator)
        if denominator < 0:
            divisor = -divisor
        return cls._from_coprime_ints(numerator // divisor, denominator // divisor)

    @classmethod
    def _from_coprime_ints(cls, numerator, denominator, /):
        """Without looking for common factors, the denominator being positive."""
        self = super().__new__(cls)
        self._numerator, self._denominator = numerator, denominator
        return self

    @classmethod
    def from_float(cls, f):
        """The fraction that is exactly a finite float, which may not be the one it was written as."""
        if isinstance(f, float):
            return cls._from_coprime_ints(*f.as_integer_ratio())
        if isinstance(f, numbers.Integral):
            return cls(f)
        raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")

    @classmethod
    def from_decimal(cls, dec):
        """The fraction that is exactly a finite Decimal."""
        if _is_decimal(dec):
            return cls._from_coprime_ints(*dec.as_integer_ratio())
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")

    def as_integer_ratio(self):
        """Numerator and denominator."""
        return self._numerator, self._denominator

    def is_integer(self):
        """Whether it is a whole number."""
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The fraction next to this one whose denominator is not larger than that.

        >>> Fraction('2.718281828').limit_denominator(100)
        Fraction(193, 71)
        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if max_denominator >= self._denominator:
            return Fraction(self)
        # The last convergent that fits, or one that lies between the one before and the next: that one is nearer, if
        # anything is.
        (last_p, last_q), (p, q) = (0, 1), (1, 0)
        for convergent in _convergents(self._numerator, self._denominator):
            if convergent[1] > max_denominator:
                break
            (last_p, last_q), (p, q) = (p, q), convergent
        steps = (max_denominator - last_q) // q
        candidates = (p, q), (last_p + steps * p, last_q + steps * q)
        return min(starmap(Fraction._from_coprime_ints, candidates), key=lambda candidate: abs(self - candidate))

    @property
    def denominator(self):
        return self._denominator

    @property
    def numerator(self):
        return self._numerator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    # Formatting.

    def __format__(self, format_spec, /):
        """As a fraction, or with a presentation type as floats are formatted, but of all digits."""
        if found := _general_format.fullmatch(format_spec):
            return self._format_general(found)
        if found := _float_format.fullmatch(format_spec):
            # Zeros instead of a fill, not beside one.
            if found['align'] is None or found['zeros'] is None:
                return self._format_float(found)
        raise ValueError(f"Invalid format specifier {format_spec!r} for object of type {type(self).__name__!r}")

    def _format_general(self, found):
        separator = found['separator'] or ''
        body = f'{abs(self._numerator):{separator}}'
        if self._denominator > 1 or found['alternate']:
            body += f'/{self._denominator:{separator}}'
        sign = '-' if self._numerator < 0 else found['sign'] if found['sign'] != '-' else ''
        return _aligned(sign, body, found)

    def _format_float(self, found):
        kind = found['type']
        precision = int(found['precision'] or '6')
        alternate = bool(found['alternate'])
        trim = kind in 'gG' and not alternate
        indicator = 'E' if kind in 'EFG' else 'e'
        if kind in 'fF%':
            exponent = -precision - (2 if kind == '%' else 0)
            negative, digits = _in_steps(self._numerator, self._denominator, exponent, bool(found['no_minus_zero']))
            scientific, point = False, precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, digits, exponent = _in_figures(self._numerator, self._denominator, figures)
            scientific = kind in 'eE' or exponent > 0 or exponent + figures <= -4
            point = figures - 1 if scientific else -exponent
        suffix = '%' if kind == '%' else f'{indicator}{exponent + point:+03d}' if scientific else ''
        text = f'{digits:0{point + 1}d}'
        whole, decimals = text[:len(text) - point], text[len(text) - point:]
        if trim:
            decimals = decimals.rstrip('0')
        tail = ('.' if decimals or alternate else '') + decimals + suffix
        sign = '-' if negative else found['sign'] if found['sign'] != '-' else ''
        if found['zeros']:
            # Filled up with zeros, which are grouped like other digits.
            room = int(found['width']) - len(sign) - len(tail)
            whole = whole.zfill(3 * room // 4 + 1 if found['separator'] else room)
        if found['separator']:
            first = 1 + (len(whole) - 1) % 3
            groups = (whole[i:i + 3] for i in range(first, len(whole), 3))
            whole = whole[:first] + ''.join(found['separator'] + group for group in groups)
        return _aligned(sign, whole + tail, found)

    # Arithmetic: with ints and fractions exactly, with floats and complex numbers as they do it.

    def _operators(exact, general, with_complex=True):
        """The methods `a op b` and `b op a`, of a function of two fractions and the operator for other numbers."""

        def forward(a, b):
            if isinstance(b, Fraction):
                return exact(a, b)
            if isinstance(b, int):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return general(float(a), b)
            if with_complex and isinstance(b, complex):
                return general(float(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return general(float(a), float(b))
            if with_complex and isinstance(a, numbers.Complex):
                return general(complex(a), float(b))
            return NotImplemented

        for method, name in ((forward, general.__name__), (reverse, 'r' + general.__name__)):
            method.__name__ = f'__{name}__'
            method.__doc__ = exact.__doc__
        return forward, reverse

    def _add(a, b):
        """a + b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        return Fraction(na * db + da * nb, da * db)

    __add__, __radd__ = _operators(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        return Fraction(na * db - da * nb, da * db)

    __sub__, __rsub__ = _operators(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    __mul__, __rmul__ = _operators(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        n, d = a._numerator * b._denominator, a._denominator * b._numerator
        if d == 0:
            raise ZeroDivisionError('Fraction(1, 0)')
        return Fraction(n, d)

    __truediv__, __rtruediv__ = _operators(_div, operator.truediv)

    def _floordiv(a, b):
        """a // b"""
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _operators(_floordiv, operator.floordiv, with_complex=False)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a._denominator, b._denominator
        quotient, rest = divmod(a._numerator * db, da * b._numerator)
        return quotient, Fraction(rest, da * db)

    __divmod__, __rdivmod__ = _operators(_divmod, divmod, with_complex=False)

    def _mod(a, b):
        """a % b"""
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    __mod__, __rmod__ = _operators(_mod, operator.mod, with_complex=False)

    def __pow__(self, exponent):
        """self ** exponent: a fraction if the exponent is a whole number, else a float or complex number"""
        if isinstance(exponent, numbers.Rational):
            if exponent.denominator != 1:
                return float(self) ** float(exponent)
            power, n, d = exponent.numerator, self._numerator, self._denominator
            if power >= 0:
                return Fraction._from_coprime_ints(n ** power, d ** power)
            if n == 0:
                raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
            sign = -1 if n < 0 and power % 2 else 1
            return Fraction._from_coprime_ints(sign * d ** -power, abs(n) ** -power)
        if isinstance(exponent, (float, complex)):
            return float(self) ** exponent
        return NotImplemented

    def __rpow__(self, base):
        """base ** self"""
        is_whole = self._denominator == 1
        if isinstance(base, numbers.Rational) and not (is_whole and self._numerator >= 0):
            return Fraction(base.numerator, base.denominator) ** self
        return base ** (self._numerator if is_whole else float(self))

    def _of_numerator(operation):
        """The method that does the operation with the numerator."""
        def method(self):
            return Fraction._from_coprime_ints(operation(self._numerator), self._denominator)

        method.__name__ = f'__{operation.__name__}__'
        return method

    __pos__, __neg__, __abs__ = map(_of_numerator, (operator.pos, operator.neg, operator.abs))

    def __bool__(self):
        """Whether it is not zero."""
        # Not by a comparison: the numerator may be of any integral type, and the answer has to be a bool.
        return bool(self._numerator)

    # Rounding.

    def __ceil__(self):
        """The least whole number that isn't below it."""
        return -(-self._numerator // self._denominator)

    def __floor__(self):
        """The greatest whole number that isn't above it."""
        return self._numerator // self._denominator

    def __trunc__(self):
        """The whole number next to it towards zero."""
        return Fraction.__ceil__(self) if self._numerator < 0 else Fraction.__floor__(self)

    def __int__(self):
        """The same, as an int."""
        return operator.index(Fraction.__trunc__(self))

    def __round__(self, ndigits=None):
        """The nearest whole number, or multiple of a power of ten; of two the even one."""
        n, d = self._numerator, self._denominator
        if ndigits is None:
            return _rounded(n, d)
        unit = 10 ** abs(ndigits)
        return Fraction(_rounded(n * unit, d), unit) if ndigits > 0 else Fraction(_rounded(n, d * unit) * unit)

    # Comparison.

    def __hash__(self):
        """hash(self)"""
        return _hash(self._numerator, self._denominator)

    def __eq__(self, other):
        """self == other"""
        if type(other) is not int and not isinstance(other, numbers.Rational):
            return self._is_number(other)
        return self._numerator == other.numerator and self._denominator == other.denominator

    def _is_number(self, other):
        """Whether it is equal to a number that isn't rational, if this is one."""
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if not isinstance(other, float):
            return NotImplemented
        return isfinite(other) and self == self.from_float(other)

    def _compared(self, other, test):
        if isinstance(other, numbers.Rational):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if not isinstance(other, float):
            return NotImplemented
        # What isn't finite compares to all fractions alike.
        return test(self, self.from_float(other)) if isfinite(other) else test(0.0, other)

    def __lt__(a, b):
        """a < b"""
        return a._compared(b, operator.lt)

    def __gt__(a, b):
        """a > b"""
        return a._compared(b, operator.gt)

    def __le__(a, b):
        """a <= b"""
        return a._compared(b, operator.le)

    def __ge__(a, b):
        """a >= b"""
        return a._compared(b, operator.ge)

    # Copies.

    def __copy__(self):
        return self if type(self) is Fraction else type(self)(self._numerator, self._denominator)

    def __reduce__(self):
        return type(self), (self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()


def _aligned(sign, body, found):
    """A number in its field."""
    padding = (found['fill'] or ' ') * (int(found['width'] or '0') - len(sign) - len(body))
    match found['align'] or '>':
        case '>':
            return padding + sign + body
        case '<':
            return sign + body + padding
        case '^':
            half = len(padding) // 2
            return padding[:half] + sign + body + padding[half:]
    return sign + padding + body


@lru_cache(maxsize=1 << 14)
def _hash(numerator, denominator):
    """Equal numbers of other types have the same hash: that of numerator / denominator modulo a prime."""
    prime = sys.hash_info.modulus
    try:
        inverse = pow(denominator, -1, prime)
    except ValueError:
        hash_ = sys.hash_info.inf
    else:
        hash_ = hash(hash(abs(numerator)) * inverse)
    result = hash_ if numerator >= 0 else -hash_
    return -2 if result == -1 else result
