# Mantissas and exponents, neighbours, remainders, rounding to whole numbers.
import math

for x in (0.0, -0.0, 1.0, -2.75, 1e300, 5e-324, math.inf, math.nan):
    print(x, math.frexp(x), math.modf(x), math.ulp(x), math.fabs(x))
print(math.ldexp(0.5, 3), math.ldexp(1.0, -1074), math.ldexp(3.0, -1075), math.ldexp(1.0, -1076), math.ldexp(-0.0, 5))
print(math.copysign(3, -0.0), math.copysign(-3, 1))
print(math.fmod(-7, 3), -7 % 3, math.remainder(7, 2), math.remainder(5, 2), math.remainder(-5.5, 2))
print(math.floor(-2.5), math.ceil(-2.5), math.trunc(-2.5), math.floor(1e20), math.floor(7), math.ceil(True))
print(math.nextafter(1.0, 2.0), math.nextafter(1.0, 0.0), math.nextafter(0.0, -1.0), math.nextafter(1.0, 1.0))
print(math.nextafter(0.0, 1.0, steps=3), math.nextafter(-5e-324, 1.0), math.nextafter(1.0, 2.0, steps=10**30))
print(math.nextafter(-1.0, 1.0, steps=0), math.nextafter(math.inf, 0), math.nextafter(1, math.nan))
print(math.fma(0.1, 10, -1), 0.1 * 10 - 1, math.fma(2, 3, 4))
print(math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.isclose(math.inf, math.inf), math.isclose(math.nan, math.nan), math.isclose(a=1, b=2, rel_tol=0.5))
print(math.isfinite(1), math.isinf(-math.inf), math.isnan(math.nan), math.isnan(0))


class Rounds:
    def __floor__(self):
        return "floor"

    def __ceil__(self):
        return "ceil"

    def __trunc__(self):
        return "trunc"


class Half:
    def __float__(self):
        return 0.5


print(math.floor(Rounds()), math.ceil(Rounds()), math.trunc(Rounds()), math.ceil(Half()))
