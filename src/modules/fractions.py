"""Fraction, infinite-precision, rational numbers."""

import functools
import math
import numbers
import operator
import re
import sys

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


def _round_to_exponent(n, d, exponent, no_minus_zero=False):
    """n/d as a sign and a multiple of 10**exponent, the even one of two."""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    q, r = divmod(n + (d >> 1), d)
    if r == 0 and d & 1 == 0:
        q &= -2
    return (q < 0 if no_minus_zero else n < 0), abs(q)


def _round_to_figures(n, d, figures):
    """n/d as a sign, an int of so many digits, and the power of ten it is multiplied by."""
    if n == 0:
        return False, 0, 1 - figures
    a, b = str(abs(n)), str(d)
    exponent = len(a) - len(b) + (b <= a) - figures
    sign, digits = _round_to_exponent(n, d, exponent)
    if len(str(digits)) > figures:
        digits //= 10
        exponent += 1
    return sign, digits, exponent


class Fraction(numbers.Rational):
    """This class implements rational numbers.

    In the two-argument form of the constructor, Fraction(8, 6) will
    produce a rational number equivalent to 4/3. Both arguments must
    be Rational. The numerator defaults to 0 and the denominator
    defaults to 1 so that Fraction(3) == 3 and Fraction() == 0.

    Fractions can also be constructed from:

      - numeric strings similar to those accepted by the
        float constructor (for example, '-2.3' or '1e10')

      - strings of the form '123/456'

      - float and Decimal instances

      - other Rational instances (including integers)

    """

    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        """Constructs a Rational.

        Takes a string like '3/2' or '1.5', another Rational instance, a
        numerator/denominator pair, or a float.
        """
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
        divisor = math.gcd(numerator, denominator)
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
        """Converts a finite float to a rational number, exactly.

        Beware that Fraction.from_float(0.3) != Fraction(3, 10).

        """
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError(f"{cls.__name__}.from_float() only takes floats, not {f!r} ({type(f).__name__})")
        return cls._from_coprime_ints(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        if isinstance(dec, numbers.Integral):
            return cls(int(dec))
        if not _is_decimal(dec):
            raise TypeError(f"{cls.__name__}.from_decimal() only takes Decimals, not {dec!r} ({type(dec).__name__})")
        return cls._from_coprime_ints(*dec.as_integer_ratio())

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction.

        The ratio is in lowest terms and has a positive denominator.
        """
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator.

        >>> Fraction('3.141592653589793').limit_denominator(10)
        Fraction(22, 7)
        >>> Fraction('3.141592653589793').limit_denominator(100)
        Fraction(311, 99)
        >>> Fraction(4321, 8765).limit_denominator(10000)
        Fraction(4321, 8765)

        """
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Convergents of the continued fraction, as long as they fit.
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while (q2 := q0 + (a := n // d) * q1) <= max_denominator:
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        # The last one or the best one between: whichever is nearer.
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction._from_coprime_ints(p1, q1)
        return Fraction._from_coprime_ints(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

    # Formatting.

    def __format__(self, format_spec, /):
        """Format this fraction according to the given format specification."""
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
            negative, digits = _round_to_exponent(self._numerator, self._denominator, exponent, bool(found['no_minus_zero']))
            scientific, point = False, precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            negative, digits, exponent = _round_to_figures(self._numerator, self._denominator, figures)
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

    def _operator_fallbacks(exact, general, with_complex=True):
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

    __add__, __radd__ = _operator_fallbacks(_add, operator.add)

    def _sub(a, b):
        """a - b"""
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        return Fraction(na * db - da * nb, da * db)

    __sub__, __rsub__ = _operator_fallbacks(_sub, operator.sub)

    def _mul(a, b):
        """a * b"""
        return Fraction(a._numerator * b._numerator, a._denominator * b._denominator)

    __mul__, __rmul__ = _operator_fallbacks(_mul, operator.mul)

    def _div(a, b):
        """a / b"""
        n, d = a._numerator * b._denominator, a._denominator * b._numerator
        if d == 0:
            # As it is in lowest terms.
            raise ZeroDivisionError(f'Fraction({(n > 0) - (n < 0)}, 0)')
        return Fraction(n, d)

    __truediv__, __rtruediv__ = _operator_fallbacks(_div, operator.truediv)

    def _floordiv(a, b):
        """a // b"""
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    __floordiv__, __rfloordiv__ = _operator_fallbacks(_floordiv, operator.floordiv, with_complex=False)

    def _divmod(a, b):
        """(a // b, a % b)"""
        da, db = a._denominator, b._denominator
        quotient, rest = divmod(a._numerator * db, da * b._numerator)
        return quotient, Fraction(rest, da * db)

    __divmod__, __rdivmod__ = _operator_fallbacks(_divmod, divmod, with_complex=False)

    def _mod(a, b):
        """a % b"""
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    __mod__, __rmod__ = _operator_fallbacks(_mod, operator.mod, with_complex=False)

    def __pow__(a, b):
        """a ** b

        If b is not an integer, the result will be a float or complex
        since roots are generally irrational. If b is an integer, the
        result will be rational.

        """
        if isinstance(b, numbers.Rational):
            if b.denominator != 1:
                return float(a) ** float(b)
            power, n, d = b.numerator, a._numerator, a._denominator
            if power >= 0:
                return Fraction._from_coprime_ints(n ** power, d ** power)
            if n == 0:
                raise ZeroDivisionError(f'Fraction({d ** -power}, 0)')
            sign = -1 if n < 0 and power % 2 else 1
            return Fraction._from_coprime_ints(sign * d ** -power, abs(n) ** -power)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        """a ** b"""
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        """+a: Coerces a subclass instance to Fraction"""
        return Fraction._from_coprime_ints(a._numerator, a._denominator)

    def __neg__(a):
        """-a"""
        return Fraction._from_coprime_ints(-a._numerator, a._denominator)

    def __abs__(a):
        """abs(a)"""
        return Fraction._from_coprime_ints(abs(a._numerator), a._denominator)

    def __int__(a, _index=operator.index):
        """int(a)"""
        return _index(-(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator)

    def __trunc__(a):
        """math.trunc(a)"""
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    def __floor__(a):
        """math.floor(a)"""
        return a._numerator // a._denominator

    def __ceil__(a):
        """math.ceil(a)"""
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits)

        Rounds half toward even.
        """
        if ndigits is None:
            d = self._denominator
            floor, rest = divmod(self._numerator, d)
            up = rest * 2 > d or (rest * 2 == d and floor % 2)
            return floor + 1 if up else floor
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """hash(self)"""
        return _hash(self._numerator, self._denominator)

    def __eq__(a, b):
        """a == b"""
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == a.from_float(b)
        return NotImplemented

    def _compared(self, other, test):
        if isinstance(other, numbers.Rational):
            return test(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return test(0.0, other)
            return test(self, self.from_float(other))
        return NotImplemented

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

    def __bool__(a):
        """a != 0"""
        return bool(a._numerator)

    def __reduce__(self):
        return self.__class__, (self._numerator, self._denominator)

    def __copy__(self):
        return self if type(self) == Fraction else self.__class__(self._numerator, self._denominator)

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


@functools.lru_cache(maxsize=1 << 14)
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
