# NormalDist, and kernel density estimation.
import pickle
import statistics as s
from statistics import NormalDist

n = NormalDist(100, 15)
print(n, n.mean, n.median, n.mode, n.stdev, n.variance, n.pdf(110), n.cdf(110), n.inv_cdf(0.9), n.inv_cdf(1e-12), n.inv_cdf(0.01), n.zscore(130), n.quantiles(), NormalDist())
print(n + 5, 5 - n, n * 2, n / 3, n + NormalDist(1, 8), n - NormalDist(1, 8), -n, +n, n == NormalDist(100, 15), n != 5, hash(n) == hash(NormalDist(100, 15)), pickle.loads(pickle.dumps(n)) == n)
print(NormalDist.from_samples([2.5, 3.1, 2.1, 2.4, 2.7, 3.5]), n.samples(3, seed=1), NormalDist(2.4, 1.6).overlap(NormalDist(3.2, 2.0)), NormalDist(1, 2).overlap(NormalDist(3, 2)))
sample = [-2.1, -1.3, -0.4, 1.9, 5.1, 6.2]
for kernel in ['normal', 'logistic', 'sigmoid', 'rectangular', 'triangular', 'parabolic', 'quartic', 'triweight', 'cosine', 'gauss', 'biweight']:
    f, g, r = s.kde(sample, 1.5, kernel), s.kde(sample, 1.5, kernel, cumulative=True), s.kde_random(sample, 1.5, kernel, seed=5)
    print(kernel, f(0.5), g(0.5), r(), f.__doc__)
for function in [lambda: NormalDist(0, -1), lambda: NormalDist(1, 0).pdf(1), lambda: NormalDist(1, 0).cdf(1), lambda: n.inv_cdf(0), lambda: n.overlap(5), lambda: s.kde([], 1), lambda: s.kde([1], 0), lambda: s.kde([1], 1, 'x'), lambda: s.kde(['x'], 1), lambda: s.kde_random([1], -1), lambda: setattr(n, 'x', 1)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
