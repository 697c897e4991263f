# round() and the like, limit_denominator(), and what division by zero says.
import math
from fractions import Fraction as F

for number in F(7, 2), F(-7, 2), F(5, 2), F(-5, 2), F(1, 3), F(-4), F(0), F(10 ** 30, 7):
    print(number, round(number), int(number), math.floor(number), math.ceil(number), math.trunc(number))
    print(*[round(number, digits) for digits in (-1, 0, 1, 3)])

for number, most in (
    (F('3.141592653589793'), 10), (F('3.141592653589793'), 1000), (F(-22, 7), 3), (F(1, 2), 1), (F(3, 2), 1),
    (F(4321, 8765), 10000), (F(5, 12), 7), (F(7, 12), 7), (F(355, 113), 112),
):
    print(number, most, number.limit_denominator(most))

for divide in (
    lambda: F(-7, 3) / 0, lambda: F(0) / 0, lambda: -3 / F(0), lambda: F(0) ** -2, lambda: F(-6, 0), lambda: F(1) // 0,
    lambda: F(1) % F(0), lambda: F('1/0'), lambda: F(1, 2).limit_denominator(0), lambda: round(F(1, 2), 'x'),
    lambda: round(F(1, 2), 1.5), lambda: F.from_float('1'), lambda: F.from_decimal(0.5),
):
    try:
        print(divide())
    except (ArithmeticError, TypeError, ValueError) as error:
        print(type(error).__name__, error)

for other in 1, 0.5, 0.5 + 0j, 1j, float('nan'), float('inf'), 'a', True, F(2, 4):
    print(other, F(1, 2) == other, F(1, 2) != other)
for base, exponent in (2, F(3)), (2, F(-3)), (0.5, F(2)), (0.5, F(1, 2)), (F(4), F(1, 2)), (F(-8), F(1, 3)), (2.0, F(-1)):
    print(base, exponent, base ** exponent)
