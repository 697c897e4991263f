# Means, medians, modes, quantiles.
import statistics as s
from fractions import Fraction as F

data = [1, 2, 3, 4, 4]
floats = [2.5, 3.25, 5.5, 11.25, 11.75, 1e20, -1e20]
print(s.mean(data), s.mean([1, 2]), s.mean(floats), s.mean([F(3, 7), F(1, 21)]), s.mean([True, False]), s.mean([1e30, 1, 3, -1e30]), s.mean(iter([1.5, 2])))
print(s.fmean(data), s.fmean([3.5, 4.0, 5.25], [1, 2, 3]), s.fmean(iter(data)), s.geometric_mean([54, 24, 36]), s.geometric_mean([1.5, 0.0]), s.harmonic_mean([40, 60]), s.harmonic_mean([40, 60], [5, 30]), s.harmonic_mean([3]), s.harmonic_mean([0, 1]))
print(s.median([1, 3, 5]), s.median([1, 3, 5, 7]), s.median_low([1, 3, 5, 7]), s.median_high([1, 3, 5, 7]), s.median_grouped([1, 2, 2, 3, 4, 4, 4, 4, 4, 5]), s.median_grouped([20] * 172 + [30] * 484 + [40] * 387, interval=10), s.median(['a', 'b', 'c']))
print(s.mode([1, 1, 2, 3, 3]), s.mode('aabbb'), s.multimode('aabbbbccddddeeffffgg'), s.multimode([]))
print(s.quantiles([1, 2, 3, 4, 5]), s.quantiles([105, 129, 87, 86, 111, 111, 89, 81, 108, 92, 110], n=10), s.quantiles(data, n=5, method='inclusive'), s.quantiles([1.5], n=3), s.quantiles(range(100), n=4, method='inclusive'))
for function in [lambda: s.mean([]), lambda: s.fmean([]), lambda: s.fmean([1], [1, 2]), lambda: s.fmean([1], [0]), lambda: s.geometric_mean([]), lambda: s.geometric_mean([-1]), lambda: s.harmonic_mean([]), lambda: s.harmonic_mean([-1, 1]), lambda: s.harmonic_mean([1], [1, 2]), lambda: s.harmonic_mean(['x']), lambda: s.median([]), lambda: s.mode([]),
                 lambda: s.quantiles([]), lambda: s.quantiles([1, 2], n=0), lambda: s.quantiles([1, 2], method='x'), lambda: s.mean(['a']), lambda: s.mean(5), lambda: s.median_grouped([])]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e.args)
