"""
Basic statistics module.

This module provides functions for calculating statistics of data, including
averages, variance, and standard deviation: mean, fmean, geometric_mean,
harmonic_mean, median, median_low, median_high, median_grouped, mode,
multimode, quantiles, pvariance, variance, pstdev, stdev, covariance,
correlation, linear_regression, kernel density estimation, and NormalDist.

A single exception is defined: StatisticsError is a subclass of ValueError.
"""

import math
import numbers
import random
import sys
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, namedtuple
from fractions import Fraction
from functools import reduce
from itertools import groupby, repeat
from math import acos, asin, atan, cos, cosh, erf, exp, fabs, fsum, hypot, isfinite, isinf, log, pi, sin, sqrt, sumprod, tan, tau

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde',
    'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
    'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]


class StatisticsError(ValueError):
    pass


# Exact sums. A sum is kept by denominator, as one numerator each; what is not finite counts under None.

def _exact_ratio(x):
    """Return Real number x to exact (numerator, denominator) pair."""
    try:
        return x.as_integer_ratio()
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return x, None
    try:
        return x.numerator, x.denominator
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator")


def _isfinite(x):
    # A Decimal knows; anything else becomes a float.
    return x.is_finite() if hasattr(x, 'is_finite') else isfinite(x)


def _coerce(T, S):
    """Coerce types T and S to a common type, or raise TypeError."""
    if T is S or S is int or S is bool:
        return T
    if T is int or issubclass(S, T):
        return S
    if issubclass(T, S):
        return T
    if issubclass(T, int):
        return S
    if issubclass(S, int):
        return T
    if issubclass(T, Fraction) and issubclass(S, float):
        return S
    if issubclass(T, float) and issubclass(S, Fraction):
        return T
    raise TypeError(f"don't know how to coerce {T.__name__} and {S.__name__}")


def _convert(value, T):
    """Convert value to given numeric type T."""
    if type(value) is T:
        return value
    if issubclass(T, int) and value.denominator != 1:
        T = float
    try:
        return T(value)
    except TypeError:
        if _is_decimal_type(T):
            return T(value.numerator) / T(value.denominator)
        raise


def _is_decimal_type(T):
    module = sys.modules.get('decimal')
    return module is not None and issubclass(T, module.Decimal)


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
    """_sum(data) -> (type, sum, count)

    Return a high-precision sum of the given numeric data as a fraction,
    together with the type to be converted to and the count of items.
    """
    T, count, (partial,) = _sums(data, 1)
    return T, _total(partial), count


def _ss(data, c=None):
    """The type, the sum of square deviations, the mean, and the count; with `c` that is taken for the mean."""
    if c is not None:
        T, ssd, count = _sum((d := x - c) * d for x in data)
        return T, ssd, c, count
    T, count, (plain, squares) = _sums(data, 1, 2)
    if not count:
        return T, Fraction(0), Fraction(0), 0
    if None in plain:
        return T, plain[None], plain[None], count
    sx, sxx = _total(plain), _total(squares, 2)
    return T, (count * sxx - sx * sx) / count, sx / count, count


def _fail_neg(values, errmsg='negative value'):
    """Iterate over values, failing if any are less than zero."""
    for x in values:
        if x < 0:
            raise StatisticsError(errmsg)
        yield x


def _rank(data, /, *, key=None, reverse=False, ties='average', start=1):
    """Rank order a dataset. The lowest value has rank 1; equal values share the average of their ranks."""
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


# Square roots of fractions, correctly rounded.

def _integer_sqrt_of_frac_rto(n, m):
    """Square root of n/m, rounded to the nearest integer using round-to-odd."""
    a = math.isqrt(n // m)
    return a | (a * a * m != n)


# Twice the bits of a float, and some more: then rounding twice is rounding once.
_sqrt_bit_width = 2 * sys.float_info.mant_dig + 3


def _float_sqrt_of_frac(n, m):
    """Square root of n/m as a float, correctly rounded."""
    q = (n.bit_length() - m.bit_length() - _sqrt_bit_width) // 2
    if q >= 0:
        return _integer_sqrt_of_frac_rto(n, m << 2 * q) << q
    return _integer_sqrt_of_frac_rto(n << -2 * q, m) / (1 << -q)


def _decimal_sqrt_of_frac(n, m):
    """Square root of n/m as a Decimal, correctly rounded."""
    from decimal import Decimal
    if n <= 0:
        if not n:
            return Decimal('0.0')
        n, m = -n, -m
    root = (Decimal(n) / Decimal(m)).sqrt()
    nr, dr = root.as_integer_ratio()
    plus = root.next_plus()
    np, dp = plus.as_integer_ratio()
    if 4 * n * (dr * dp) ** 2 > m * (dr * np + dp * nr) ** 2:
        return plus
    minus = root.next_minus()
    nm, dm = minus.as_integer_ratio()
    if 4 * n * (dr * dm) ** 2 < m * (dr * nm + dm * nr) ** 2:
        return minus
    return root


# Averages.

def mean(data):
    """Return the sample arithmetic mean of data.

    >>> mean([1, 2, 3, 4, 4])
    2.8

    If ``data`` is empty, StatisticsError will be raised.
    """
    T, total, n = _sum(data)
    if n < 1:
        raise StatisticsError('mean requires at least one data point')
    return _convert(total / n, T)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean.

    >>> fmean([3.5, 4.0, 5.25])
    4.25
    """
    if weights is None:
        if not hasattr(data, '__len__'):
            data = list(data)
        if not len(data):
            raise StatisticsError('fmean requires at least one data point')
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
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
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
    try:
        T, total, _ = _sum(w / x if w else 0 for w, x in zip(weights, _fail_neg(data, negative)))
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _convert(weight / total, T)


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
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
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
        cuts.append((data[j - 1] * (n - part) + data[j] * part) / n)
    return cuts


# Spread.

def _mean_square(data, center, least, name):
    """The type, and the mean of square deviations; of a sample, whose size counts one less, if `least` is 2."""
    T, ss, _, n = _ss(data, center)
    if n < least:
        points = 'two data points' if least == 2 else 'one data point'
        raise StatisticsError(f'{name} requires at least {points}')
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
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    square = ss / (n - 1)
    try:
        return float(center), _float_sqrt_of_frac(square.numerator, square.denominator)
    except AttributeError:
        # NaN and infinities are their own sums.
        return float(center), float(center) / float(ss)


# Two variables.

def _sqrtprod(x, y):
    "Return sqrt(x * y) computed with improved accuracy and without overflow/underflow."
    h = sqrt(x * y)
    if not isfinite(h):
        scale = 2.0 ** -512
        return _sqrtprod(scale * x, scale * y) / scale if isinf(h) and not isinf(x) and not isinf(y) else h
    if not h:
        scale = 2.0 ** 537
        return _sqrtprod(scale * x, scale * y) / scale if x and y else h
    return h + sumprod((x, h), (y, -h)) / (2.0 * h)


def _check_pairs(x, y, name, requires):
    if len(y) != len(x):
        raise StatisticsError(f'{name} {requires} that both inputs have same number of data points')
    if len(x) < 2:
        raise StatisticsError(f'{name} {requires} at least two data points')


def _deviations(x):
    center = fsum(x) / len(x)
    return center, [xi - center for xi in x]


def covariance(x, y, /):
    """Covariance

    Return the sample covariance of two inputs *x* and *y*. Covariance
    is a measure of the joint variability of two inputs.
    """
    _check_pairs(x, y, 'covariance', 'requires')
    return sumprod(_deviations(x)[1], _deviations(y)[1]) / (len(x) - 1)


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient

    Return the Pearson's correlation coefficient for two inputs, or, with
    method='ranked', Spearman's rank correlation coefficient.
    """
    _check_pairs(x, y, 'correlation', 'requires')
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
    """Slope and intercept for simple linear regression.

    Return the slope and intercept of simple linear regression
    parameters estimated using ordinary least squares; with proportional
    the line is meant to pass through the origin.
    """
    _check_pairs(x, y, 'linear regression', 'requires')
    if not proportional:
        center_x, x = _deviations(x)
        center_y, y = _deviations(y)
    try:
        slope = (sumprod(x, y) + 0.0) / sumprod(x, x)
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    intercept = 0.0 if proportional else center_y - slope * center_x
    return LinearRegression(slope=slope, intercept=intercept)


# The normal distribution.

def _polynomial(coefficients, x):
    return reduce(lambda value, c: value * x + c, coefficients)


# Wichura's algorithm AS241, Applied Statistics 37 (1988): numerator and denominator for the center and the two tails.
_CENTER = (
    (2.50908_09287_30122_6727e+3, 3.34305_75583_58812_8105e+4, 6.72657_70927_00870_0853e+4, 4.59219_53931_54987_1457e+4,
     1.37316_93765_50946_1125e+4, 1.97159_09503_06551_4427e+3, 1.33141_66789_17843_7745e+2, 3.38713_28727_96366_6080e+0),
    (5.22649_52788_52854_5610e+3, 2.87290_85735_72194_2674e+4, 3.93078_95800_09271_0610e+4, 2.12137_94301_58659_5867e+4,
     5.39419_60214_24751_1077e+3, 6.87187_00749_20579_0830e+2, 4.23133_30701_60091_1252e+1, 1.0),
)
_NEAR_TAIL = (
    (7.74545_01427_83414_07640e-4, 2.27238_44989_26918_45833e-2, 2.41780_72517_74506_11770e-1, 1.27045_82524_52368_38258e+0,
     3.64784_83247_63204_60504e+0, 5.76949_72214_60691_40550e+0, 4.63033_78461_56545_29590e+0, 1.42343_71107_49683_57734e+0),
    (1.05075_00716_44416_84324e-9, 5.47593_80849_95344_94600e-4, 1.51986_66563_61645_71966e-2, 1.48103_97642_74800_74590e-1,
     6.89767_33498_51000_04550e-1, 1.67638_48301_83803_84940e+0, 2.05319_16266_37758_82187e+0, 1.0),
)
_FAR_TAIL = (
    (2.01033_43992_92288_13265e-7, 2.71155_55687_43487_57815e-5, 1.24266_09473_88078_43860e-3, 2.65321_89526_57612_30930e-2,
     2.96560_57182_85048_91230e-1, 1.78482_65399_17291_33580e+0, 5.46378_49111_64114_36990e+0, 6.65790_46435_01103_77720e+0),
    (2.04426_31033_89939_78564e-15, 1.42151_17583_16445_88870e-7, 1.84631_83175_10054_68180e-5, 7.86869_13114_56132_59100e-4,
     1.48753_61290_85061_48525e-2, 1.36929_88092_27358_05310e-1, 5.99832_20655_58879_37690e-1, 1.0),
)


def _normal_dist_inv_cdf(p, mu, sigma):
    q = p - 0.5
    if fabs(q) <= 0.425:
        r = 0.180625 - q * q
        numerator, denominator = _CENTER
        return mu + _polynomial(numerator, r) * q / _polynomial(denominator, r) * sigma
    r = sqrt(-log(p if q <= 0.0 else 1.0 - p))
    (numerator, denominator), shift = (_NEAR_TAIL, 1.6) if r <= 5.0 else (_FAR_TAIL, 5.0)
    x = _polynomial(numerator, r - shift) / _polynomial(denominator, r - shift)
    return mu + (-x if q < 0.0 else x) * sigma


_SQRT2 = sqrt(2.0)


class NormalDist:
    "Normal distribution of a random variable"

    __slots__ = {
        '_mu': 'Arithmetic mean of a normal distribution',
        '_sigma': 'Standard deviation of a normal distribution',
    }

    def __init__(self, mu=0.0, sigma=1.0):
        "NormalDist where mu is the mean and sigma is the standard deviation."
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @classmethod
    def from_samples(cls, data):
        "Make a normal distribution instance from sample data."
        return cls(*_mean_stdev(data))

    def samples(self, n, *, seed=None):
        "Generate *n* samples for a given mean and standard deviation."
        uniform = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(uniform(), self._mu, self._sigma) for _ in range(n)]

    def _check(self, method):
        if not self._sigma:
            raise StatisticsError(f'{method}() not defined when sigma is zero')

    def pdf(self, x):
        "Probability density function.  P(x <= X < x+dx) / dx"
        self._check('pdf')
        variance, difference = self.variance, x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        "Cumulative distribution function.  P(X <= x)"
        self._check('cdf')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def inv_cdf(self, p):
        """Inverse cumulative distribution function.  x : P(X <= x) = p

        Finds the value of the random variable such that the probability of
        the variable being less than or equal to that value equals the given
        probability.
        """
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """Divide into *n* continuous intervals with equal probability.

        Returns a list of (n - 1) cut points separating the intervals.
        """
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Compute the overlapping coefficient (OVL) between two normal distributions.

        Measures the agreement between two normal probability distributions.
        Returns a value between 0.0 and 1.0 giving the overlapping area in
        the two underlying probability density functions.
        """
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        x, y = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        x._check('overlap')
        y._check('overlap')
        apart, wider = fabs(y._mu - x._mu), y.variance - x.variance
        if not wider:
            return 1.0 - erf(apart / (2.0 * x._sigma * _SQRT2))
        # Where the two curves meet.
        a = x._mu * y.variance - y._mu * x.variance
        b = x._sigma * y._sigma * sqrt(apart * apart + wider * log(y.variance / x.variance))
        first, second = (a + b) / wider, (a - b) / wider
        return 1.0 - (fabs(y.cdf(first) - x.cdf(first)) + fabs(y.cdf(second) - x.cdf(second)))

    def zscore(self, x):
        """Compute the Standard Score.  (x - mean) / stdev

        Describes *x* in terms of the number of standard deviations
        above or below the mean of the normal distribution.
        """
        self._check('zscore')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        "Arithmetic mean of the normal distribution."
        return self._mu

    @property
    def median(self):
        "Return the median of the normal distribution"
        return self._mu

    @property
    def mode(self):
        "Return the mode of the normal distribution"
        return self._mu

    @property
    def stdev(self):
        "Standard deviation of the normal distribution."
        return self._sigma

    @property
    def variance(self):
        "Square of the standard deviation."
        return self._sigma * self._sigma

    def __add__(x1, x2):
        """Add a constant or another NormalDist instance."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu + x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu + x2, x1._sigma)

    def __sub__(x1, x2):
        """Subtract a constant or another NormalDist instance."""
        if isinstance(x2, NormalDist):
            return NormalDist(x1._mu - x2._mu, hypot(x1._sigma, x2._sigma))
        return NormalDist(x1._mu - x2, x1._sigma)

    def __mul__(x1, x2):
        """Multiply both mu and sigma by a constant."""
        return NormalDist(x1._mu * x2, x1._sigma * fabs(x2))

    def __truediv__(x1, x2):
        """Divide both mu and sigma by a constant."""
        return NormalDist(x1._mu / x2, x1._sigma / fabs(x2))

    def __pos__(x1):
        "Return a copy of the instance."
        return NormalDist(x1._mu, x1._sigma)

    def __neg__(x1):
        "Negates mu while keeping sigma the same."
        return NormalDist(-x1._mu, x1._sigma)

    __radd__ = __add__
    __rmul__ = __mul__

    def __rsub__(x1, x2):
        "Subtract a NormalDist from a constant or another NormalDist."
        return -(x1 - x2)

    def __eq__(x1, x2):
        "Two NormalDist objects are equal if their mu and sigma are equal."
        if not isinstance(x2, NormalDist):
            return NotImplemented
        return x1._mu == x2._mu and x1._sigma == x2._sigma

    def __hash__(self):
        "NormalDist objects hash equal if their mu and sigma are equal."
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


# Kernel density estimation. A kernel: its density, its cumulative form, whether it ends at -1 and 1.

def _kernels():
    root = sqrt(2 * pi)
    return {
        'normal': (lambda t: exp(-1/2 * t * t) / root, lambda t: 1/2 * (1.0 + erf(t / _SQRT2)), False),
        'logistic': (lambda t: 1/2 / (1.0 + cosh(t)), lambda t: 1.0 - 1.0 / (exp(t) + 1.0), False),
        'sigmoid': (lambda t: 1/pi / cosh(t), lambda t: 2/pi * atan(exp(t)), False),
        'rectangular': (lambda t: 1/2, lambda t: 1/2 * t + 1/2, True),
        'triangular': (lambda t: 1.0 - abs(t), lambda t: t*t * (1/2 if t < 0.0 else -1/2) + t + 1/2, True),
        'parabolic': (lambda t: 3/4 * (1.0 - t * t), lambda t: -1/4 * t**3 + 3/4 * t + 1/2, True),
        'quartic': (lambda t: 15/16 * (1.0 - t * t) ** 2, lambda t: 3/16 * t**5 - 5/8 * t**3 + 15/16 * t + 1/2, True),
        'triweight': (lambda t: 35/32 * (1.0 - t * t) ** 3,
                      lambda t: 35/32 * (-1/7 * t**7 + 3/5 * t**5 - t**3 + t) + 1/2, True),
        'cosine': (lambda t: pi/4 * cos(pi/2 * t), lambda t: 1/2 * sin(pi/2 * t) + 1/2, True),
    }


_KERNELS = _kernels()
_ALIASES = {'gauss': 'normal', 'uniform': 'rectangular', 'epanechnikov': 'parabolic', 'biweight': 'quartic'}


def _check_kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    kernel = _ALIASES.get(kernel, kernel) if isinstance(kernel, str) else kernel
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return kernel


def kde(data, h, kernel='normal', *, cumulative=False):
    """Kernel Density Estimation:  Create a continuous probability density
    function or cumulative distribution function from discrete samples.

    The bandwidth *h* says how much the samples are smoothed; the kernels are
    normal (gauss), logistic, sigmoid, rectangular (uniform), triangular,
    parabolic (epanechnikov), quartic (biweight), triweight, and cosine.
    """
    density, distribution, bounded = _KERNELS[_check_kernel(data, h, kernel)]
    ordered = sorted(data) if bounded else None

    def reach(x):
        """The samples that matter at x, and how many lie before them. The data may have grown."""
        nonlocal ordered
        if not bounded:
            return data, 0
        if len(ordered) != len(data):
            ordered = sorted(data)
        first = bisect_left(ordered, x - h)
        return ordered[first:bisect_right(ordered, x + h)], first

    def pdf(x):
        return sum(density((x - sample) / h) for sample in reach(x)[0]) / (len(data) * h)

    def cdf(x):
        samples, before = reach(x)
        return sum((distribution((x - sample) / h) for sample in samples), before) / len(data)

    pdf.__doc__ = f'PDF estimate with {h=!r} and {kernel=!r}'
    cdf.__doc__ = f'CDF estimate with {h=!r} and {kernel=!r}'
    return cdf if cumulative else pdf


def _newton_raphson(f_inv_estimate, f, f_prime, tolerance=1e-12):
    def f_inv(y):
        "Return x such that f(x) ≈ y within the specified tolerance."
        x = f_inv_estimate(y)
        while abs(diff := f(x) - y) > tolerance:
            x -= diff / f_prime(x)
        return x
    return f_inv


def _mirrored(estimate):
    """An estimate for the lower half, for both halves."""
    return lambda p: estimate(p, p) if p <= 1/2 else -estimate(1.0 - p, p)


def _quartic_estimate(p, whole):
    x = (2.0 * p) ** 0.4258865685331 - 1.0
    return x + 0.026818732 * sin(7.101753784 * p + 2.73230839482953) if p >= 0.004 else x


_kernel_invcdfs = {
    'normal': NormalDist().inv_cdf,
    'logistic': lambda p: log(p / (1 - p)),
    'sigmoid': lambda p: log(tan(p * pi/2)),
    'rectangular': lambda p: 2*p - 1,
    'parabolic': lambda p: 2 * cos((acos(2*p - 1) + pi) / 3),
    'quartic': _newton_raphson(_mirrored(_quartic_estimate), _KERNELS['quartic'][1], _KERNELS['quartic'][0]),
    'triweight': _newton_raphson(_mirrored(lambda p, _: (2.0 * p) ** 0.3400218741872791 - 1.0), _KERNELS['triweight'][1],
                                 _KERNELS['triweight'][0]),
    'triangular': lambda p: sqrt(2*p) - 1 if p < 1/2 else 1 - sqrt(2 - 2*p),
    'cosine': lambda p: 2 * asin(2*p - 1) / pi,
}


def kde_random(data, h, kernel='normal', *, seed=None):
    """Return a function that makes a random selection from the estimated
    probability density function created by kde(data, h, kernel).

    Providing a *seed* allows reproducible selections within a single
    thread.
    """
    inverse = _kernel_invcdfs[_check_kernel(data, h, kernel)]
    generator = random.Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
