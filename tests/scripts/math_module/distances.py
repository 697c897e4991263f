# hypot and dist: exact to the last digit, for any number of dimensions.
import math

print(math.hypot(3, 4), math.hypot(), math.hypot(-5), math.hypot(1, 1), math.hypot(1, 2, 3, 4))
print(math.hypot(1e200, 1e200), math.hypot(1e-200, 1e-200), math.hypot(5e-324, 5e-324))
print(math.hypot(1, math.inf, math.nan), math.hypot(1, math.nan), math.hypot(-math.inf))
print(math.hypot(1e308, 1e308, 1e308))
print(math.dist((1, 2), (4, 6)), math.dist([], []), math.dist((x for x in (1, 2, 3)), [1, 2, 5]))
print(math.dist((0.1, 0.2, 0.3), (0.4, 0.5, 0.6)))
for i in range(1, 9):
    print(math.hypot(i / 7, i / 3), math.hypot(i / 7, i / 3, i / 11))
