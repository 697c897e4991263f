"""Square roots of fractions, correctly rounded."""

import math
import sys

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


# A root is calculated to more digits than wanted, and the last one says whether it goes on: rounding that twice is the
# same as rounding it once.

def _integer_sqrt_of_frac_rto(n, m):
    """The root of n/m as an int, which is odd if there is more to it."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


# Twice the bits of a float, and some more: then rounding twice is rounding once.
_sqrt_bit_width = 2 * sys.float_info.mant_dig + 3


def _float_sqrt_of_frac(n, m):
    """The root of n/m as a float."""
    q = (n.bit_length() - m.bit_length() - _sqrt_bit_width) // 2
    if q >= 0:
        return (_integer_sqrt_of_frac_rto(n, m << 2 * q) << q) / 1
    return _integer_sqrt_of_frac_rto(n << -2 * q, m) / (1 << -q)


def _decimal_sqrt_of_frac(n, m):
    """The root of n/m as a Decimal of the current precision."""
    from decimal import Decimal, getcontext

    if n < 0:
        n, m = -n, -m
    if n == 0:
        return Decimal('0.0')
    shift = getcontext().prec + 2 - (len(str(n)) - len(str(m))) // 2
    above, below = (n * 100 ** shift, m) if shift >= 0 else (n, m * 100 ** -shift)
    digits = math.isqrt(above // below)
    if digits * digits * below != above:
        return Decimal(10 * digits + 1).scaleb(-shift - 1)
    root = Decimal(digits).scaleb(-shift)
    # The same without the zeros at its end, unless this was rounded twice.
    short = (Decimal(n) / Decimal(m)).sqrt()
    return short if short == root else root
