"""Statistics of numbers: averages, spread, pairs of variables, the normal distribution, estimated densities.

What can't be calculated of the data there are raises StatisticsError, a ValueError.
"""

from ._averages import (
    fmean,
    geometric_mean,
    harmonic_mean,
    mean,
    median,
    median_grouped,
    median_high,
    median_low,
    mode,
    multimode,
    quantiles,
)
from ._exact import (
    StatisticsError,
    _coerce,
    _convert,
    _exact_ratio,
    _fail_neg,
    _isfinite,
    _ss,
    _sum,
)
from ._kernels import _kernel_invcdfs, kde, kde_random
from ._normal import NormalDist
from ._pairs import LinearRegression, _rank, _sqrtprod, correlation, covariance, linear_regression
from ._roots import _decimal_sqrt_of_frac, _float_sqrt_of_frac, _integer_sqrt_of_frac_rto
from ._spread import pstdev, pvariance, stdev, variance

__all__ = [
    'NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean', 'kde',
    'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low', 'mode',
    'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance',
]
