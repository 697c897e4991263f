# Deviations of large ints are floats; types of data are coerced; what is not finite stays so.
from fractions import Fraction
from statistics import NormalDist, StatisticsError, harmonic_mean, mean, pstdev, pvariance, stdev, variance


class Count(int):
    pass


print(pstdev([Count(3), Count(5)]), pstdev([True, False]), pstdev([Fraction(1, 2), 1.5]))
huge = [2 ** 70, 2 ** 71, 2 ** 72]
print(stdev(huge), pstdev(huge), variance(huge), pvariance(huge))
for data in (
    [Count(3), Count(4)], [Count(3), 2.5], [Fraction(1, 2), 1.5], [True, False], [1, Fraction(1, 2)],
    [float('inf'), 1], [float('inf'), float('-inf')], [1e308, 1e308],
):
    print(mean(data), type(mean(data)).__name__)
print(harmonic_mean([float('nan'), 1.0]))
for wrong in ['a', 'b'], [None], [1, 2j], []:
    for function in mean, stdev:
        try:
            print(function(wrong))
        except (TypeError, StatisticsError) as error:
            print(type(error).__name__, error)
n = NormalDist(2, 3)
print(n + 1, 1 - n, n - n, n * -2, n / -4, +n, -n)
for name in 'mean', 'median', 'mode', 'stdev', 'variance':
    print(name, getattr(n, name))
    try:
        setattr(n, name, 1)
    except AttributeError as error:
        print(error)
for operation in (lambda: n - 'a'), (lambda: n * 'a'), (lambda: 1 / n), (lambda: n / 0):
    try:
        print(operation())
    except (TypeError, ZeroDivisionError) as error:
        print(error)
