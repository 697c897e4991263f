"""How the values of two variables go together: covariance, correlation and the line through them."""

from collections import namedtuple
from itertools import groupby
from math import fsum, isfinite, isinf, sqrt, sumprod

from ._exact import StatisticsError, _require

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


def _sqrtprod(x, y):
    """The root of x * y, which may be too large or too small for a float itself."""
    h = sqrt(x * y)
    if not isfinite(h):
        scale = 2.0 ** -512
        return _sqrtprod(scale * x, scale * y) / scale if isinf(h) and not isinf(x) and not isinf(y) else h
    if not h:
        scale = 2.0 ** 537
        return _sqrtprod(scale * x, scale * y) / scale if x and y else h
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


def _check_pairs(x, y, name):
    if len(y) != len(x):
        raise StatisticsError(f'{name} requires that both inputs have same number of data points')
    _require(len(x), 2, name)


def _deviations(x):
    center = fsum(x) / len(x)
    return center, [xi - center for xi in x]


def covariance(x, y, /):
    """The covariance of two samples: above zero if they tend to be high and low together."""
    _check_pairs(x, y, 'covariance')
    return sumprod(_deviations(x)[1], _deviations(y)[1]) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    """Pearson's coefficient of correlation, between -1 and 1; with the method 'ranked' Spearman's, of the ranks."""
    _check_pairs(x, y, 'correlation')
    if method == 'ranked':
        start = (len(x) - 1) / -2
        x, y = _rank(x, start=start), _rank(y, start=start)
    elif method == 'linear':
        x, y = _deviations(x)[1], _deviations(y)[1]
    else:
        raise ValueError(f'Unknown method: {method!r}')
    try:
        return sumprod(x, y) / _sqrtprod(sumprod(x, x), sumprod(y, y))
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """The line that comes nearest to the points by the squares of its distances in y.

    If y is proportional to x, it goes through the origin.
    """
    _check_pairs(x, y, 'linear regression')
    if not proportional:
        center_x, x = _deviations(x)
        center_y, y = _deviations(y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    intercept = 0.0 if proportional else center_y - slope * center_x
    return LinearRegression(slope=slope, intercept=intercept)


def _rank(data, /, *, key=None, reverse=False, ties='average', start=1):
    """For every value its rank: the lowest has `start`, equal ones share the mean of theirs."""
    if ties != 'average':
        raise ValueError(f'Unknown tie resolution method: {ties!r}')
    values = list(data if key is None else map(key, data))
    order = sorted(zip(values, range(len(values))), reverse=reverse)
    ranks = [0] * len(values)
    before = start - 1
    for _, group in groupby(order, key=lambda pair: pair[0]):
        places = [place for _, place in group]
        for place in places:
            ranks[place] = before + (len(places) + 1) / 2
        before += len(places)
    return ranks
