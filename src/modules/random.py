"""Random numbers: one generator, the Mersenne Twister, and what is drawn with its help.

A seed gives the same sequence as in CPython. That settles how each distribution is computed, down to the order in
which its terms are rounded; what they are computed by is named beside each.
"""

import _random
from _collections_abc import Sequence as _Sequence
from itertools import accumulate as _accumulate
from math import acos as _acos, ceil as _ceil, cos as _cos, e as _e, exp as _exp, fabs as _fabs, floor as _floor
from math import isfinite as _isfinite, lgamma as _lgamma, log as _log, log2 as _log2, pi as _pi, sin as _sin
from math import sqrt as _sqrt, tau as TWOPI
from operator import index as _index

_TYPES = ['Random', 'SystemRandom']
_FUNCTIONS = [
    'betavariate', 'binomialvariate', 'choice', 'choices', 'expovariate', 'gammavariate', 'gauss', 'getrandbits',
    'getstate', 'lognormvariate', 'normalvariate', 'paretovariate', 'randbytes', 'randint', 'random', 'randrange',
    'sample', 'seed', 'setstate', 'shuffle', 'triangular', 'uniform', 'vonmisesvariate', 'weibullvariate',
]
__all__ = _TYPES + _FUNCTIONS

# The bits in the fraction of a float, and what one of them in the last place is worth.
BPF = 53
RECIP_BPF = 2 ** -BPF

# Constants of the normal and of the gamma distribution.
NV_MAGICCONST = 4 * _exp(-0.5) / _sqrt(2.0)
LOG4 = _log(4.0)
SG_MAGICCONST = 1.0 + _log(4.5)

# The default step of `randrange`, told by identity from a given one.
_ONE = 1
_SEEDS = (type(None), int, float, str, bytes, bytearray)
_NOT_A_SEED = """The only supported seed types are:
None, int, float, str, bytes, and bytearray."""
_RANGE_TOO_LARGE = """Underlying random() generator does not supply \n\
enough bits to choose from a population range this large.
To remove the range limitation, add a getrandbits() method."""


def _text_hash(text):
    """The number that version 1 seeds with for a text: how Python 2 hashed it."""
    codes = [*map(ord, text)]
    hashed = codes[0] << 7 if codes else 0
    for code in codes:
        hashed = 1000003 * hashed % 2 ** 64 ^ code
    return hashed ^ len(codes)


def _place(cumulative, x, low, high):
    """Where `x` would go behind what is equal to it (as `bisect.bisect` answers)."""
    while low < high:
        middle = (low + high) // 2
        if x < cumulative[middle]:
            high = middle
        else:
            low = middle + 1
    return low


class Random(_random.Random):
    """A generator of random numbers with a state of its own.

    A subclass may bring another source: random() with seed(), getstate() and setstate(), and getrandbits() if there
    are to be random integers of any size.
    """

    VERSION = 3  # Of the state.

    # The second of the two numbers that gauss() makes at a time, until it is asked for.
    gauss_next = None

    def __init__(self, x=None):
        """Seed the generator, with x if it is given."""
        self.seed(x)

    def __init_subclass__(cls, /, **kwargs):
        """Draw integers by what the subclass brings, or the nearest of its bases: getrandbits() if it can."""
        ways = {
            '_randbelow': None,
            'getrandbits': cls._randbelow_with_getrandbits,
            'random': cls._randbelow_without_getrandbits,
        }
        ways_there = (way for owner in cls.__mro__ for name, way in ways.items() if name in vars(owner))
        if (way := next(ways_there)) is not None:
            cls._randbelow = way

    # State

    def seed(self, a=None, version=2):
        """Start a sequence anew: the one of the number, text or bytes a, or by default one nobody can tell.

        Version 1 takes texts and bytes as Python did before 3.2.
        """
        if not isinstance(a, _SEEDS):
            raise TypeError(_NOT_A_SEED)
        if version == 1:
            if isinstance(a, bytes):
                a = a.decode('latin-1')
            if isinstance(a, str):
                a = _text_hash(a)
        elif version == 2:
            if isinstance(a, str):
                a = a.encode()
            if isinstance(a, (bytes, bytearray)):
                a = int.from_bytes(a + _random.sha512(a))
        self.gauss_next = None
        super().seed(a)

    def getstate(self):
        """What setstate() takes to go on from here."""
        words = super().getstate()
        return self.VERSION, words, self.gauss_next

    def setstate(self, state):
        """Go on from where getstate() was called."""
        if state[0] not in (2, 3):
            raise ValueError(f"state with version {state[0]} passed to Random.setstate() of version {self.VERSION}")
        version, words, self.gauss_next = state
        if version == 2:
            # Then they were signed.
            try:
                words = tuple(word % 2 ** 32 for word in words)
            except ValueError as e:
                raise TypeError from e
        super().setstate(words)

    # Pickling asks for the state by way of the public methods, which a subclass may have overridden.

    def __reduce__(self):
        return type(self), (), self.getstate()

    def __setstate__(self, state):
        self.setstate(state)

    def __getstate__(self):
        return self.getstate()

    # Integers

    # What `_randbelow_with_getrandbits` does, done by the generator itself.
    _randbelow = _random.Random._below

    def _randbelow_with_getrandbits(self, n):
        """A number below n > 0, of as many bits as n has: drawn until it is small enough."""
        width = n.bit_length()
        while (drawn := self.getrandbits(width)) >= n:
            pass
        return drawn

    def _randbelow_without_getrandbits(self, n, maxsize=1 << BPF):
        """A number below n > 0, made of a fraction."""
        if n >= maxsize:
            from warnings import warn
            warn(_RANGE_TOO_LARGE)
            return _floor(self.random() * n)
        # Fractions from here on would make small remainders likelier.
        end = (maxsize - maxsize % n) / maxsize
        while (fraction := self.random()) >= end:
            pass
        return _floor(fraction * maxsize) % n

    def randint(self, a, b):
        """An integer from a to b, both included."""
        return self.randrange(a, b + 1)

    def randbytes(self, n):
        """n random bytes."""
        return self.getrandbits(8 * n).to_bytes(n, 'little')

    def randrange(self, start, stop=None, step=_ONE):
        """An item of range(stop) or range(start, stop[, step])."""
        first = _index(start)
        if stop is None:
            if step is not _ONE:
                raise TypeError("Missing a non-None stop argument")
            if first > 0:
                return self._randbelow(first)
            raise ValueError("empty range for randrange()")
        width = _index(stop) - first
        stride = _index(step)
        if stride == 1:
            if width > 0:
                return first + self._randbelow(width)
            raise ValueError(f"empty range in randrange({start}, {stop})")
        if stride == 0:
            raise ValueError("zero step for randrange()")
        n = -(-width // stride)
        if n <= 0:
            raise ValueError(f"empty range in randrange({start}, {stop}, {step})")
        return first + stride * self._randbelow(n)

    # Items of a sequence

    def choice(self, seq):
        """An item of a sequence that isn't empty."""
        n = len(seq)
        if not n:
            raise IndexError('Cannot choose from an empty sequence')
        return seq[self._randbelow(n)]

    def shuffle(self, x):
        """Put the items of a list in random order, in place."""
        below = self._randbelow
        for left in range(len(x), 1, -1):
            last, drawn = left - 1, below(left)
            x[last], x[drawn] = x[drawn], x[last]

    def sample(self, population, k, *, counts=None):
        """A list of k items of a sequence, none of them - by its place - twice, in the order drawn.

        counts says how often to take each item to be there.
        """
        if not isinstance(population, _Sequence):
            raise TypeError("Population must be a sequence.  For dicts or sets, use sorted(d).")
        if counts is not None:
            return self._sample_repeated(population, k, list(_accumulate(counts)))
        n = len(population)
        if not 0 <= k <= n:
            raise ValueError("Sample larger than population or is negative")
        drawn = [None] * k
        # What a set of k places takes, in items of a list.
        room = 21
        if k > 5:
            room += 4 ** _ceil(_log(k * 3, 4))
        if n <= room:
            self._draw_from_copy(list(population), drawn)
        else:
            self._draw_by_place(population, drawn)
        return drawn

    def _draw_from_copy(self, pool, drawn):
        """Fill a list with different items of another, which gets used up."""
        below = self._randbelow
        left = len(pool)
        for i in range(len(drawn)):
            place = below(left)
            left -= 1
            drawn[i], pool[place] = pool[place], pool[left]

    def _draw_by_place(self, population, drawn):
        """Fill a list with different items of a sequence that is far longer."""
        below, n = self._randbelow, len(population)
        places = {}
        while len(places) < len(drawn):
            places.setdefault(below(n))
        drawn[:] = [population[place] for place in places]

    def _sample_repeated(self, population, k, totals):
        """A sample of a population whose items are there several times: so often that these are the running totals."""
        if len(totals) != len(population):
            raise ValueError('The number of counts does not match the population')
        size = totals.pop()
        if not isinstance(size, int):
            raise TypeError('Counts must be integers')
        if size <= 0:
            raise ValueError('Total of counts must be greater than zero')
        return [population[_place(totals, drawn, 0, len(totals))] for drawn in self.sample(range(size), k=k)]

    def choices(self, population, weights=None, *, cum_weights=None, k=1):
        """A list of k items, each drawn from all: equally likely, or by weights, or by their running totals."""
        random = self.random
        size = len(population)
        if weights is cum_weights is None:
            size += 0.0
            return [population[_floor(random() * size)] for _ in range(k)]
        if cum_weights is not None and weights is not None:
            raise TypeError('Cannot specify both weights and cumulative weights')
        totals = cum_weights
        if totals is None:
            try:
                totals = [*_accumulate(weights)]
            except TypeError:
                if isinstance(weights, int):
                    message = f'The number of choices must be a keyword argument: k={weights!r}'
                    raise TypeError(message) from None
                raise
        if len(totals) != size:
            raise ValueError('The number of weights does not match the population')
        end = totals[-1] + 0.0
        if end <= 0.0:
            raise ValueError('Total of weights must be greater than zero')
        if not _isfinite(end):
            raise ValueError('Total of weights must be finite')
        return [population[_place(totals, random() * end, 0, size - 1)] for _ in range(k)]

    # Distributions of real numbers

    def triangular(self, low=0.0, high=1.0, mode=None):
        """A number from low to high, the likelier the nearer it is to mode: to the middle by default."""
        area = self.random()
        try:
            peak = 0.5 if mode is None else (mode - low) / (high - low)
        except ZeroDivisionError:
            return low
        if area > peak:
            # On the far side: the mirror image.
            area, peak = 1.0 - area, 1.0 - peak
            low, high = high, low
        return low + (high - low) * _sqrt(area * peak)

    def uniform(self, a, b):
        """A number from a to b; rounding decides whether b itself can come."""
        return a + (b - a) * self.random()

    def normalvariate(self, mu=0.0, sigma=1.0):
        """A normally distributed number of mean mu and standard deviation sigma."""
        return mu + _ratio_normal(self.random) * sigma

    def gauss(self, mu=0.0, sigma=1.0):
        """Like normalvariate(), by a quicker way. Not for several threads at once."""
        # Box and Muller's transformation makes two at a time.
        z, self.gauss_next = self.gauss_next, None
        if z is None:
            angle = self.random() * TWOPI
            radius = _sqrt(-2.0 * _log(1.0 - self.random()))
            z = _cos(angle) * radius
            self.gauss_next = _sin(angle) * radius
        return mu + z * sigma

    def expovariate(self, lambd=1.0):
        """An exponentially distributed number of mean 1 / lambd."""
        return _wait(self.random) / lambd

    def lognormvariate(self, mu, sigma):
        """A number whose logarithm is normally distributed."""
        return _exp(self.normalvariate(mu, sigma))

    def vonmisesvariate(self, mu, kappa):
        """An angle in radians around mu, the nearer the larger kappa is; of kappa 0 any is as likely."""
        random = self.random
        if kappa <= 1e-6:
            return random() * TWOPI
        turn = _von_mises(random, kappa)
        return (mu + (turn if random() > 0.5 else -turn)) % TWOPI

    def gammavariate(self, alpha, beta):
        """A gamma distributed number of shape alpha > 0 and scale beta > 0: its mean is alpha * beta."""
        if alpha <= 0.0 or beta <= 0.0:
            raise ValueError('gammavariate: alpha and beta must be > 0.0')
        if alpha == 1.0:
            return _wait(self.random) * beta
        variate = _gamma_above_one if alpha > 1.0 else _gamma_below_one
        return variate(self.random, alpha) * beta

    def betavariate(self, alpha, beta):
        """A beta distributed number, from 0 to 1, of the shapes alpha > 0 and beta > 0."""
        # Knuth, The Art of Computer Programming, 3.4.1: the share one gamma variate has of two.
        y = self.gammavariate(alpha, 1.0)
        return y / (y + self.gammavariate(beta, 1.0)) if y else 0.0

    def paretovariate(self, alpha):
        """A Pareto distributed number of shape alpha."""
        return (1.0 - self.random()) ** (-1.0 / alpha)

    def weibullvariate(self, alpha, beta):
        """A Weibull distributed number of scale alpha and shape beta."""
        return alpha * _wait(self.random) ** (1.0 / beta)

    # Distributions of integers

    def binomialvariate(self, n=1, p=0.5):
        """How many of n independent trials succeed, each with probability p."""
        if n < 0:
            raise ValueError("n must be non-negative")
        if p == 0.0 or p == 1.0:
            return n if p else 0
        if p < 0.0 or p > 1.0:
            raise ValueError("p must be in the range 0.0 <= p <= 1.0")
        if n == 1:
            return int(self.random() < p)
        if p > 0.5:
            return n - self.binomialvariate(n, 1.0 - p)
        variate = _binomial_few if n * p < 10.0 else _binomial_many
        return variate(self.random, n, p)


# Standard variates: functions of a source of uniform ones, `random`.

def _wait(random):
    """An exponential variate: 1 - random() is never zero."""
    return -_log(1.0 - random())


def _ratio_normal(random):
    """A normal variate by the ratio of uniform ones: Kinderman and Monahan, ACM TOMS 3 (1977), 257-260."""
    while True:
        across, down = random(), 1.0 - random()
        z = NV_MAGICCONST * (across - 0.5) / down
        if z * z / 4.0 <= -_log(down):
            return z


def _von_mises(random, kappa):
    """An angle from 0 to pi: Best and Fisher's way, in Fisher, Statistical Analysis of Circular Data (1993)."""
    half = 0.5 / kappa
    r = half + _sqrt(1.0 + half * half)
    accepted = False
    while not accepted:
        z = _cos(_pi * random())
        d = z / (r + z)
        u = random()
        accepted = u < 1.0 - d * d or u <= (1.0 - d) * _exp(d)
    q = 1.0 / r
    return _acos((q + z) / (1.0 + q * z))


def _gamma_above_one(random, alpha):
    """A gamma variate for alpha > 1: Cheng, Applied Statistics 26 (1977), 71-74."""
    scale = _sqrt(2.0 * alpha - 1.0)
    b = alpha - LOG4
    c = alpha + scale
    while True:
        u = random()
        if not 1e-7 < u < 0.9999999:
            continue
        w = 1.0 - random()
        v = _log(u / (1.0 - u)) / scale
        x = alpha * _exp(v)
        z = u * u * w
        r = b + c * v - x
        if r + SG_MAGICCONST - 4.5 * z >= 0.0 or r >= _log(z):
            return x


def _gamma_below_one(random, alpha):
    """A gamma variate for alpha < 1: algorithm GS in Kennedy and Gentle, Statistical Computing (1980)."""
    b = (_e + alpha) / _e
    while True:
        p = b * random()
        x = p ** (1.0 / alpha) if p <= 1.0 else -_log((b - p) / alpha)
        if random() <= (x ** (alpha - 1.0) if p > 1.0 else _exp(-x)):
            return x


def _binomial_few(random, n, p):
    """A binomial variate for few successes: Devroye's method BG, which draws the trials between two of them."""
    c = _log2(1.0 - p)
    if not c:
        return 0
    successes = trials = 0
    while True:
        trials += _floor(_log2(random()) / c) + 1
        if trials > n:
            return successes
        successes += 1


def _binomial_many(random, n, p):
    """A binomial variate by Hoermann's transformed rejection with squeeze, BTRS (1993)."""
    deviation = _sqrt(n * p * (1.0 - p))
    b = 1.15 + 2.53 * deviation
    a = -0.0873 + 0.0248 * b + 0.01 * p
    center = n * p + 0.5
    squeeze = 0.92 - 4.2 / b
    alpha = (2.83 + 5.1 / b) * deviation
    odds = _log(p / (1.0 - p))
    mode = _floor((n + 1) * p)
    h = _lgamma(mode + 1) + _lgamma(n - mode + 1)
    while True:
        u = random() - 0.5
        edge = 0.5 - _fabs(u)
        k = _floor((2.0 * a / edge + b) * u + center)
        if not 0 <= k <= n:
            continue
        v = random()
        if edge >= 0.07 and v <= squeeze:
            return k
        v *= alpha / (a / (edge * edge) + b)
        if _log(v) <= h - _lgamma(k + 1) - _lgamma(n - k + 1) + (k - mode) * odds:
            return k


class SystemRandom(Random):
    """Random numbers of the operating system: they have no seed and no state."""

    def randbytes(self, n):
        """n random bytes."""
        from os import urandom
        return urandom(n)

    def getrandbits(self, k):
        """An integer of k random bits."""
        if k >= 0:
            spare = -k % 8
            return int.from_bytes(self.randbytes((k + spare) // 8)) >> spare
        raise ValueError('number of bits must be non-negative')

    def random(self):
        """A number from 0 to 1, 1 excluded."""
        return (int.from_bytes(self.randbytes(7)) >> 56 - BPF) * RECIP_BPF

    def seed(self, *args, **kwds):
        """Do nothing: there is nothing to seed."""

    def getstate(self, *args, **kwds):
        """Refuse: there is no state."""
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


# One generator that all users of the module share; its methods are the module's functions.
_inst = Random()
globals().update((_name, getattr(_inst, _name)) for _name in _FUNCTIONS)
