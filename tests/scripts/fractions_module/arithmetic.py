# Fractions among themselves and with other numbers.
import copy
import math
import pickle
from fractions import Fraction as F

a, b = F(7, 3), F(-5, 4)
print(a + b, a - b, a * b, a / b, a // b, a % b, divmod(a, b), a ** 2, a ** -2, b ** 3, b ** -3, F(1, 4) ** F(1, 2), -a, +b, abs(b))
print(a + 1, 1 + a, a - 2, 2 - a, a * 3, 3 / a, 7 // a, 7 % a, a + 0.5, 0.5 * a, a / 2.0, a ** 0.5, 2 ** F(2), 4 ** F(1, 2), 2.0 ** F(1, 2), a + 1j, 1j * a)
print(a > b, a == F(14, 6), a == 7 / 3, F(1, 2) == 0.5, F(2) == 2, a < 3, a >= 2.5, a != 'x', F(1, 2) == 0.5 + 0j, F(1) < float('inf'), sorted([a, b, 0, 0.3]), max(F(1, 3), 0.3))
print(int(a), int(b), math.floor(b), math.ceil(b), math.trunc(b), round(a), round(F(5, 2)), round(F(7, 2)), round(a, 2), round(F(12345), -2), float(a), bool(F(0)), complex(a))
print(sum([F(1, 3)] * 3), math.prod([F(1, 2), 4]), copy.deepcopy(a) is a, pickle.loads(pickle.dumps(a)) == a)
for function in [lambda: a / 0, lambda: a // 0, lambda: a % 0, lambda: F(0) ** -1, lambda: a + 'x', lambda: a < 'x', lambda: a < 1j, lambda: a % 1j, lambda: divmod(a, F(0)), lambda: pow(a, 2, 3)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
