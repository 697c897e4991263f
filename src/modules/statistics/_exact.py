"""Exact sums: of ints, fractions, floats and decimal numbers, as fractions."""

import sys
from collections import defaultdict
from fractions import Fraction
from functools import reduce
from itertools import groupby
from math import isfinite

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


class StatisticsError(ValueError):
    pass


def _require(count, least, name):
    """Complains of too little data, of which there are so many points."""
    if count < least:
        points = 'two data points' if least == 2 else 'one data point'
        raise StatisticsError(f'{name} requires at least {points}')


def _fail_neg(values, errmsg='negative value'):
    """The values; one that is less than zero raises StatisticsError when its turn comes."""
    def checked(value):
        if value < 0:
            raise StatisticsError(errmsg)
        return value

    return map(checked, values)


# Numbers as ratios, and back

def _exact_ratio(x):
    """Numerator and denominator of any real number; for what is not finite, the number itself and None."""
    if hasattr(x, 'as_integer_ratio'):
        try:
            return x.as_integer_ratio()
        except (OverflowError, ValueError):
            return x, None
    if hasattr(x, 'numerator') and hasattr(x, 'denominator'):
        return x.numerator, x.denominator
    raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _isfinite(x):
    # A Decimal knows; anything else becomes a float.
    return x.is_finite() if hasattr(x, 'is_finite') else isfinite(x)


# Which of two types is better than the other, as the type of a result: the most decisive rule first.
_PREFERENCES = (
    issubclass,
    lambda kept, other: issubclass(other, int),
    lambda kept, other: issubclass(other, Fraction) and issubclass(kept, float),
)


def _coerce(T, S):
    """The type of what is calculated of both types; raises TypeError if they don't go together."""
    if T is S or S is int or S is bool:
        return T
    if T is int:
        return S
    for is_better in _PREFERENCES:
        for kept, other in (S, T), (T, S):
            if is_better(kept, other):
                return kept
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _is_decimal_type(T):
    module = sys.modules.get('decimal')
    return module is not None and issubclass(T, module.Decimal)


def _convert(value, T):
    """A value as the given type, but a float if that is a kind of int and the value is none."""
    if type(value) is T:
        return value
    kind = float if issubclass(T, int) and value.denominator != 1 else T
    if isinstance(value, Fraction) and _is_decimal_type(kind):
        return kind(value.numerator) / kind(value.denominator)
    return kind(value)


# Sums. A sum is kept by denominator, as one numerator each; what is not finite counts under None.

def _sums(data, *powers):
    """The type of data, its size, and for each power the sums by denominator."""
    types, count = set(), 0
    sums = [defaultdict(int) for _ in powers]
    for T, values in groupby(data, type):
        types.add(T)
        for n, d in map(_exact_ratio, values):
            count += 1
            for power, partial in zip(powers, sums):
                partial[d] += n ** power if power > 1 else n
    return reduce(_coerce, types, int), count, sums


def _total(partial, power=1):
    if None in partial:
        return partial[None]
    return sum(Fraction(n, d ** power) for d, n in partial.items())


def _sum(data):
    """The type to convert to, the sum as a fraction, and the count of the data."""
    T, count, (partial,) = _sums(data, 1)
    return T, _total(partial), count


def _ss(data, c=None):
    """The type, the sum of square deviations, the mean, and the count; with `c` that is taken for the mean."""
    if c is not None:
        deviations = (x - c for x in data)
        T, total, count = _sum(d * d for d in deviations)
        return T, total, c, count
    T, count, (plain, squares) = _sums(data, 1, 2)
    if not count:
        return T, Fraction(0), Fraction(0), 0
    if None in plain:
        return T, plain[None], plain[None], count
    sx, sxx = _total(plain), _total(squares, 2)
    return T, (count * sxx - sx * sx) / count, sx / count, count
