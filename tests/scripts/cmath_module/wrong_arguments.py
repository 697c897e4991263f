# What the functions of cmath refuse.
import cmath


class Text:
    def __complex__(self):
        return "text"


class Two:
    def __complex__(self):
        return 2j


print(cmath.sqrt(Two()), cmath.phase(True))
for call in """
cmath.sqrt('a')
cmath.sqrt()
cmath.sqrt(1, 2)
cmath.sqrt(Text())
cmath.log()
cmath.log(1, 2, 3)
cmath.log(5, 1)
cmath.log(5, 0)
cmath.log(0)
cmath.log10(0)
cmath.atanh(1)
cmath.exp(1000)
cmath.cosh(complex(1000, 1))
cmath.sinh(-1000)
cmath.rect('a', 1)
cmath.polar(x=1)
cmath.polar(complex(1e308, 1.7e308))
cmath.isclose(1)
cmath.isclose(1, 2, rel_tol=-1)
cmath.isclose(1, 2, 3)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
