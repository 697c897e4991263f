# The functions of cmath off, on and beside their branch cuts.
import cmath

names = """acos acosh asin asinh atan atanh cos cosh exp log log10 sin sinh sqrt tan tanh polar""".split()
points = [complex(x, y) for x in (-2.5, -0.5, -0.0, 0.0, 0.5, 2.5) for y in (-1.5, -0.0, 0.0, 0.5)]
for name in names:
    for z in points:
        try:
            print(name, z, getattr(cmath, name)(z))
        except Exception as error:
            print(name, z, type(error).__name__, error)
for z in points:
    print(cmath.phase(z), cmath.isfinite(z), cmath.isinf(z), cmath.isnan(z))
print(cmath.log(2, 10), cmath.log(1j, 2), cmath.rect(2, 1), cmath.rect(1, 0.0), cmath.rect(1, -0.0))
print(cmath.isclose(1, 1 + 1e-12j), cmath.isclose(1j, 1), cmath.isclose(1, 1.1, rel_tol=0.2), cmath.isclose(0, 1e-3j, abs_tol=0.01))
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.infj, cmath.nan, cmath.nanj)
