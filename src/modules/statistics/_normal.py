"""The normal distribution."""

import operator
from functools import reduce
from math import erf, exp, fabs, hypot, log, sqrt, tau

from ._exact import StatisticsError
from ._spread import _mean_stdev

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


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


def _ratio(polynomials, x):
    above, below = polynomials
    return _polynomial(above, x), _polynomial(below, x)


def _normal_dist_inv_cdf(p, mu, sigma):
    off_center = p - 0.5
    if fabs(off_center) <= 0.425:
        above, below = _ratio(_CENTER, 0.180625 - off_center * off_center)
        return mu + above * off_center / below * sigma
    below_center = off_center < 0.0
    distance = sqrt(-log(p if off_center <= 0.0 else 1.0 - p))
    above, below = _ratio(_NEAR_TAIL, distance - 1.6) if distance <= 5.0 else _ratio(_FAR_TAIL, distance - 5.0)
    return mu + (-above / below if below_center else above / below) * sigma


_SQRT2 = sqrt(2.0)


class NormalDist:
    """A normal distribution, given by its mean mu and its standard deviation sigma."""

    __slots__ = {'_mu': 'The mean.', '_sigma': 'The standard deviation.'}

    def __init__(self, mu=0.0, sigma=1.0):
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu, self._sigma = float(mu), float(sigma)

    @property
    def mean(self):
        """Mu, the mean."""
        return self._mu

    # All three are in the middle.
    median, mode = property(mean.fget), property(mean.fget)

    @property
    def stdev(self):
        """Sigma, the standard deviation."""
        return self._sigma

    @property
    def variance(self):
        """The standard deviation squared."""
        return self._sigma * self._sigma

    @classmethod
    def from_samples(cls, data):
        """The distribution with the mean and the standard deviation of data."""
        mean, deviation = _mean_stdev(data)
        return cls(mean, deviation)

    def _check(self, method):
        if not self._sigma:
            raise StatisticsError(f'{method}() not defined when sigma is zero')

    def pdf(self, x):
        """The density at x."""
        self._check('pdf')
        variance, difference = self.variance, x - self._mu
        return exp(difference * difference / (-2.0 * variance)) / sqrt(tau * variance)

    def cdf(self, x):
        """The probability of a value that is at most x."""
        self._check('cdf')
        return 0.5 * (1.0 + erf((x - self._mu) / (self._sigma * _SQRT2)))

    def zscore(self, x):
        """How many standard deviations x is above the mean."""
        self._check('zscore')
        return (x - self._mu) / self._sigma

    def inv_cdf(self, p):
        """The x whose cdf() is p."""
        if p <= 0.0 or 1.0 <= p:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_dist_inv_cdf(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """The n - 1 values that divide it into n parts of equal probability."""
        return [*map(self.inv_cdf, (part / n for part in range(1, n)))]

    def samples(self, n, *, seed=None):
        """A list of n random values; always the same ones for a seed."""
        import random

        uniform = random.random if seed is None else random.Random(seed).random
        return [_normal_dist_inv_cdf(uniform(), self._mu, self._sigma) for _ in range(n)]

    def overlap(self, other):
        """The area that is below both curves: 1.0 if the distributions are the same."""
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

    def _moved(self, operation, other):
        """The sum or difference of this and a constant, or an independent distribution."""
        if not isinstance(other, NormalDist):
            return NormalDist(operation(self._mu, other), self._sigma)
        return NormalDist(operation(self._mu, other._mu), hypot(self._sigma, other._sigma))

    def __add__(self, other):
        return self._moved(operator.add, other)

    def __sub__(self, other):
        return self._moved(operator.sub, other)

    def __rsub__(self, other):
        return -(self - other)

    def _scaled(self, operation, factor):
        return NormalDist(operation(self._mu, factor), operation(self._sigma, fabs(factor)))

    def __mul__(self, factor):
        """The distribution of the multiples."""
        return self._scaled(operator.mul, factor)

    def __truediv__(self, divisor):
        return self._scaled(operator.truediv, divisor)

    __radd__, __rmul__ = __add__, __mul__

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __eq__(self, other):
        if isinstance(other, NormalDist):
            return self._mu == other._mu and self._sigma == other._sigma
        return NotImplemented

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'
