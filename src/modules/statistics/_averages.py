"""Averages, the values in the middle, the values there are most of, and where the data divide."""

import math
import numbers
from bisect import bisect_left, bisect_right
from collections import Counter
from itertools import repeat
from math import exp, fsum, log, sumprod

from ._exact import StatisticsError, _convert, _fail_neg, _is_decimal_type, _require, _sum

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


def mean(data):
    """Return the sample arithmetic mean of data.

    >>> mean([1, 2, 3, 4, 4])
    2.8

    If ``data`` is empty, StatisticsError will be raised.
    """
    T, total, count = _sum(data)
    _require(count, 1, 'mean')
    return _convert(total / count, T)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean.

    >>> fmean([3.5, 4.0, 5.25])
    4.25
    """
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        _require(len(data), 1, 'fmean')
        return fsum(data) / len(data)
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    try:
        total = sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    weight = fsum(weights)
    if not weight:
        raise StatisticsError('sum of weights must be non-zero')
    return total / weight


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean.

    >>> round(geometric_mean([54, 24, 36]), 9)
    36.0
    """
    logs, zero = [], False
    for x in data:
        if x > 0.0 or math.isnan(x):
            logs.append(log(x))
        elif x == 0.0:
            zero = True
            logs.append(0.0)
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not logs:
        raise StatisticsError('Must have a non-empty dataset')
    total = fsum(logs)
    if math.isnan(total):
        return math.nan
    if zero:
        return math.nan if total == math.inf else 0.0
    return exp(total / len(logs))


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data.

    The harmonic mean is the reciprocal of the arithmetic mean of the
    reciprocals of the data.

    >>> harmonic_mean([40, 60])
    48.0
    """
    negative = 'harmonic mean does not support negative values'
    if iter(data) is data:
        data = list(data)
    n = len(data)
    _require(n, 1, 'harmonic_mean')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, numbers.Real) and not _is_decimal_type(type(x)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(negative)
        return x
    if weights is None:
        weights, weight = repeat(1, n), n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        _, weight, _ = _sum(_fail_neg(weights, negative))
    quotients = (w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative)))
    try:
        T, total, _ = _sum(quotients)
    except ZeroDivisionError:
        return 0
    # It may be NaN.
    if not total <= 0:
        return _convert(weight / total, T)
    raise StatisticsError('Weighted sum must be positive')


def _sorted(data):
    data = sorted(data)
    if not data:
        raise StatisticsError('no median for empty data')
    return data


def median(data):
    """Return the median (middle value) of numeric data.

    When the number of data points is even, the median is interpolated by
    taking the average of the two middle values:

    >>> median([1, 3, 5, 7])
    4.0
    """
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """Return the low median of numeric data.

    When the number of data points is odd, the middle value is returned.
    When it is even, the smaller of the two middle values is returned.
    """
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """Return the high median of data.

    When the number of data points is odd, the middle value is returned.
    When it is even, the larger of the two middle values is returned.
    """
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """Estimates the median for numeric data binned around the midpoints
    of consecutive, fixed-width intervals, by interpolation within the
    median interval."""
    data = _sorted(data)
    n = len(data)
    x = data[n // 2]
    below = bisect_left(data, x)
    within = bisect_right(data, x, lo=below) - below
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return x - interval / 2.0 + interval * (n / 2 - below) / within


def mode(data):
    """Return the most common data point from discrete or nominal data.

    If there are multiple modes with same frequency, return the first one
    encountered; if *data* is empty, raise StatisticsError.
    """
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """Return a list of the most frequently occurring values.

    >>> multimode('aabbbbccddddeeffffgg')
    ['b', 'd', 'f']
    """
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """Divide *data* into *n* continuous intervals with equal probability.

    Returns a list of (n - 1) cut points separating the intervals.
    The method 'inclusive' treats the data as the whole population.
    """
    if n < 1:
        raise StatisticsError('n must be at least 1')
    ordered = sorted(data)
    size = len(ordered)
    if not size:
        raise StatisticsError('must have at least one data point')
    if size == 1:
        return ordered * (n - 1)
    if method not in ('inclusive', 'exclusive'):
        raise ValueError(f'Unknown method: {method!r}')
    cuts = []
    for i in range(1, n):
        if method == 'inclusive':
            j, part = divmod(i * (size - 1), n)
            j += 1
        else:
            j = min(max(i * (size + 1) // n, 1), size - 1)
            part = i * (size + 1) - j * n
        cuts.append((ordered[j - 1] * (n - part) + ordered[j] * part) / n)
    return cuts
