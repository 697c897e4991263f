# Fraction: from numbers and texts, always in lowest terms.
from fractions import Fraction

for args in [(), (3,), (6, 8), (6, -8), (0, 5), ('3/4',), (' -1.25e2 ',), ('1_000/3',), ('.5',), ('7.',), ('1e-3',), (0.25,), (0.1,), (True,), (Fraction(2, 3), Fraction(4, 5)), (Fraction(1, 2),), (10 ** 30, 10 ** 28)]:
    f = Fraction(*args)
    print(args, repr(f), str(f), f.numerator, f.denominator, f.as_integer_ratio(), f.is_integer())
print(Fraction.from_float(0.5), Fraction.from_float(3), Fraction(355, 113).limit_denominator(50), Fraction(3.141592653589793).limit_denominator(1000), Fraction(1, 3).limit_denominator(2), hash(Fraction(1, 2)) == hash(0.5), hash(Fraction(5)) == hash(5))
for args in [(1, 0), ('x',), ('1/0',), ('1 /',), ('',), (1.5, 2), (None,), ('1', 2), (float('nan'),), (float('inf'),), (1j,), ('1/2/3',), ('1.2/3',)]:
    try:
        print(Fraction(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
for function in [lambda: Fraction.from_float('x'), lambda: Fraction(1, 2).limit_denominator(0), lambda: setattr(Fraction(1), 'numerator', 2)]:
    try:
        function()
    except Exception as e:
        print(type(e).__name__, e)
