# Infinities and NaNs in the real and the imaginary part.
import cmath
from math import inf, nan

names = """acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh polar isfinite isinf isnan""".split()
values = (-inf, -2.5, -0.0, 0.0, 2.5, inf, nan)
for name in names:
    for x in values:
        for y in values:
            if all(abs(v) < inf for v in (x, y)):
                continue
            try:
                print(name, x, y, getattr(cmath, name)(complex(x, y)))
            except Exception as error:
                print(name, x, y, type(error).__name__, error)
for x in values:
    for y in values:
        try:
            print("rect", x, y, cmath.rect(x, y))
        except Exception as error:
            print("rect", x, y, type(error).__name__, error)
