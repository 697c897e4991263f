"""Kernel density estimation."""

from bisect import bisect_left, bisect_right
from math import acos, asin, atan, cos, cosh, erf, exp, log, pi, sin, sqrt, tan

from ._exact import StatisticsError
from ._normal import _SQRT2, NormalDist

# The functions and classes are found under the name of the package.
__name__ = 'statistics'


# A kernel: its density, its cumulative form, whether it ends at -1 and 1.

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
    if len(data):
        if not isinstance(data[0], (int, float)):
            raise TypeError('Data sequence must contain ints or floats')
    else:
        raise StatisticsError('Empty data sequence')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    kernel = _ALIASES.get(kernel, kernel) if isinstance(kernel, str) else kernel
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return kernel


def kde(data, h, kernel='normal', *, cumulative=False):
    """A function that estimates the density there is around a number, or with cumulative the part that is below it.

    Every value of the data counts as a kernel of width h around it: normal or gauss, logistic, sigmoid; or, not
    reaching further than h, rectangular or uniform, triangular, parabolic or epanechnikov, quartic or biweight,
    triweight, cosine.
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


def _inverse_of(kernel, estimate):
    """The inverse of a kernel's cumulative form, found by Newton's method from an estimate."""
    density, distribution, _ = _KERNELS[kernel]

    def inverse(p):
        x = estimate(p)
        excess = distribution(x) - p
        while abs(excess) > 1e-12:
            x -= excess / density(x)
            excess = distribution(x) - p
        return x

    return inverse


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
    'quartic': _inverse_of('quartic', _mirrored(_quartic_estimate)),
    'triweight': _inverse_of('triweight', _mirrored(lambda p, _: (2.0 * p) ** 0.3400218741872791 - 1.0)),
    'triangular': lambda p: sqrt(2*p) - 1 if p < 1/2 else 1 - sqrt(2 - 2*p),
    'cosine': lambda p: 2 * asin(2*p - 1) / pi,
}


def kde_random(data, h, kernel='normal', *, seed=None):
    """A function whose results are random numbers, distributed as kde() estimates it for the same arguments."""
    from random import Random

    inverse = _kernel_invcdfs[_check_kernel(data, h, kernel)]
    generator = Random(seed)

    def rand():
        return generator.choice(data) + h * inverse(generator.random())

    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
