# fsum and sumprod round once, whatever is added up; prod multiplies anything.
import math

print(math.fsum([0.1] * 10), sum([0.1] * 10))
print(math.fsum([1e100, 1.0, -1e100, 1e-100, 1e50, -1.0, -1e50]))
print(math.fsum([]), math.fsum([1, True, 2.5]), math.fsum(x / 10 for x in range(10)))
print(math.fsum([1e16, 1.0, 1e-16]), math.fsum([math.inf, 1.0]), math.fsum([math.nan, 1.0]))
print(math.sumprod([1, 2, 3], [4, 5, 6]), math.sumprod([], []), math.sumprod([10**20, 1], [10**20, 2]))
print(math.sumprod([1.5, 2.5], [2, 4]), math.sumprod([1e20, 1.0, -1e20], [1.0, 1.0, 1.0]))
print(math.sumprod([0.1] * 10, [1] * 10), math.sumprod([True, False], [3, 4]), math.sumprod(range(4), iter([1, 2, 3, 4])))
print(math.sumprod([math.inf, 1.0], [1.0, 2.0]), math.sumprod([1, 2j], [3, 4]))
print(math.prod([]), math.prod([2, 3, 7]), math.prod([0.5, 4]), math.prod(range(1, 21)), math.prod([2, 'ab']))
print(math.prod([1, 2], start=5), math.prod([], start='x'), math.prod([[1, 2]], start=2), math.prod(range(1, 40)))
