# Roots, powers, logarithms, circular and hyperbolic functions, gamma.
import math

names = """acos acosh asin asinh atan atanh cos cosh exp exp2 expm1 log log10 log1p log2 sin sinh sqrt tan tanh
gamma lgamma degrees radians""".split()
for name in names:
    results = []
    for x in (-1.5, -0.5, -0.0, 0.0, 0.1, 0.5, 1.0, 1.5, 3.0, 10.0, 100.0):
        try:
            results.append(getattr(math, name)(x))
        except ValueError:
            results.append("domain")
        except OverflowError:
            results.append("range")
    print(name, *results)
print(math.log(8, 2), math.log(1000, 10), math.log(10**400), math.log2(2**5000), math.log10(10**1000), math.log(True))
print(math.pow(2, 0.5), math.pow(-2, 3), math.pow(0, 0), math.pow(math.nan, 0), math.pow(1, math.inf))
print(math.atan2(1, -1), math.atan2(-0.0, -1), math.atan2(0, 0))
print(math.erf(0.5), math.erf(1), math.erf(-2), math.erfc(0.5), math.erfc(3), math.erf(math.inf), math.erfc(30))
print([math.gamma(n) for n in range(1, 12)], math.gamma(0.5), math.gamma(171.5))
print(math.pi, math.e, math.tau, math.inf, math.nan)
