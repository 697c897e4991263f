# Variances and deviations, covariance, correlation, regression.
import statistics as s
from fractions import Fraction as F

data = [2.75, 1.75, 1.25, 0.25, 0.5, 1.25, 3.5]
print(s.variance(data), s.pvariance(data), s.stdev(data), s.pstdev(data), s.variance(data, s.mean(data)), s.pvariance([1, 2, 3, 4]), s.variance([F(1, 6), F(1, 2), F(5, 3)]), s.stdev([1, 1]), s.pstdev([5]), s.variance([1e15, 1e15 + 1]), s.stdev([10 ** 20, 10 ** 20 + 3]))
x, y = [1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 1, 2, 3, 1, 2, 3]
print(s.covariance(x, y), s.correlation(x, y), s.correlation(x, x), s.correlation(x, y, method='ranked'), s.linear_regression(x, y), s.linear_regression(x, y, proportional=True).slope, s.correlation([1e200, 2e200, 4e200], [1, 2, 5]))
for function in [lambda: s.variance([1]), lambda: s.pvariance([]), lambda: s.stdev([]), lambda: s.pstdev([]), lambda: s.covariance([1], [1, 2]), lambda: s.covariance([1], [1]), lambda: s.correlation([1, 1], [1, 2]), lambda: s.linear_regression([1, 1], [1, 2]), lambda: s.correlation(x, y, method='x'), lambda: s.linear_regression([1], [1])]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
