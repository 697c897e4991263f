"""How far data are from their mean: variance and standard deviation."""

from ._exact import _convert, _is_decimal_type, _require, _ss
from ._roots import _decimal_sqrt_of_frac, _float_sqrt_of_frac

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


def _mean_square(data, center, least, name):
    """The type, and the mean of square deviations; of a sample, whose size counts one less, if `least` is 2."""
    T, ss, _, n = _ss(data, center)
    _require(n, least, name)
    return T, ss / (n - least + 1)


def _root(T, square):
    of_frac = _decimal_sqrt_of_frac if _is_decimal_type(T) else _float_sqrt_of_frac
    return of_frac(square.numerator, square.denominator)


def variance(data, xbar=None):
    """The variance of what data are a sample of, of their type. If their mean is known, that is `xbar`.

    >>> variance([1, 2, 3, 4])
    1.6666666666666667
    """
    T, square = _mean_square(data, xbar, 2, 'variance')
    return _convert(square, T)


def pvariance(data, mu=None):
    """The variance of data that are all there is, of their type. If their mean is known, that is `mu`.

    >>> pvariance([1, 2, 3, 4])
    1.25
    """
    T, square = _mean_square(data, mu, 1, 'pvariance')
    return _convert(square, T)


def stdev(data, xbar=None):
    """The standard deviation of what data are a sample of: the root of variance()."""
    return _root(*_mean_square(data, xbar, 2, 'stdev'))


def pstdev(data, mu=None):
    """The standard deviation of data that are all there is: the root of pvariance()."""
    return _root(*_mean_square(data, mu, 1, 'pstdev'))


def _mean_stdev(data):
    """Mean and standard deviation of a sample, as floats."""
    _, ss, center, n = _ss(data)
    _require(n, 2, 'stdev')
    square = ss / (n - 1)
    try:
        return float(center), _float_sqrt_of_frac(square.numerator, square.denominator)
    except AttributeError:
        # NaN and infinities are their own sums.
        return float(center), float(center) / float(ss)
