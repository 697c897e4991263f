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
    """The arithmetic mean, of the type of the data: ints, floats, fractions.

    >>> mean([2, 5, 6])
    4.333333333333333
    """
    T, total, count = _sum(data)
    _require(count, 1, 'mean')
    return _convert(total / count, T)


def fmean(data, weights=None):
    """The arithmetic mean as a float, of data that may have weights.

    >>> fmean([10, 20], weights=[3, 1])
    12.5
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
    """The geometric mean, as a float: what to multiply by where the data are factors.

    >>> round(geometric_mean([2, 8]), 9)
    4.0
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
    """The harmonic mean, of data that may have weights: the mean speed over equal ways, say.

    >>> harmonic_mean([60, 30])
    40.0
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
    """The value in the middle of the sorted data, or the mean of the two there are.

    >>> median([9, 2, 4, 6])
    5.0
    """
    data = _sorted(data)
    middle = len(data) // 2
    return data[middle] if len(data) % 2 else (data[middle - 1] + data[middle]) / 2


def median_low(data):
    """The value in the middle of the sorted data, or the smaller of the two there are."""
    data = _sorted(data)
    return data[(len(data) - 1) // 2]


def median_high(data):
    """The value in the middle of the sorted data, or the larger of the two there are."""
    data = _sorted(data)
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """The median of data that were rounded to the middles of intervals of this width, interpolated in its interval."""
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
    """The value there is most of, of several the first."""
    pairs = Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """All values there are most of, in the order in which they appear.

    >>> multimode([3, 1, 3, 2, 1])
    [3, 1]
    """
    counts = Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """The n - 1 values that divide the sorted data into n parts of equal size, interpolated.

    With the method 'inclusive' the least and the greatest value are the ends of what is divided; with 'exclusive' the
    data are a sample of something that reaches further.
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
