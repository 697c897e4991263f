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
    """Return the sample variance of data.

    >>> variance([2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5])
    1.3720238095238095

    If you have already calculated the mean of your data, you can pass it as
    the optional second argument ``xbar``.
    """
    T, square = _mean_square(data, xbar, 2, 'variance')
    return _convert(square, T)


def pvariance(data, mu=None):
    """Return the population variance of ``data``.

    >>> pvariance([0.0, 0.25, 0.25, 1.25, 1.5, 1.75, 2.75, 3.25])
    1.25

    If you have already calculated the mean of the data, you can pass it as
    the optional second argument.
    """
    T, square = _mean_square(data, mu, 1, 'pvariance')
    return _convert(square, T)


def stdev(data, xbar=None):
    """Return the square root of the sample variance.

    >>> stdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    1.0810874155219827
    """
    return _root(*_mean_square(data, xbar, 2, 'stdev'))


def pstdev(data, mu=None):
    """Return the square root of the population variance.

    >>> pstdev([1.5, 2.5, 2.5, 2.75, 3.25, 4.75])
    0.986893273527251
    """
    return _root(*_mean_square(data, mu, 1, 'pstdev'))


def _mean_stdev(data):
    """In one pass, compute the mean and sample standard deviation as floats."""
    _, ss, center, n = _ss(data)
    _require(n, 2, 'stdev')
    square = ss / (n - 1)
    try:
        return float(center), _float_sqrt_of_frac(square.numerator, square.denominator)
    except AttributeError:
        # NaN and infinities are their own sums.
        return float(center), float(center) / float(ss)
