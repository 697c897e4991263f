# Fractions formatted like floats, exactly.
from fractions import Fraction as F

for value in [F(1, 3), F(-22, 7), F(1234567, 2), F(0), F(1, 1000000), F(10 ** 12, 3), F(5, 2)]:
    print(value, [format(value, spec) for spec in ['.2f', 'f', '.0f', '.3e', 'g', '.3g', '%', '.1%', '+.2f', ',.1f', '015.3f', '<12.2f|'[:-1], '^14.3e', '*>10', '', '#', '+', ' ', '_.4f', 'G', '#.3g', 'z.0f', '08,.1f']])
for spec in ['x', 'd', '.2', '=+010', 'zz', '5,5', '<010.2f']:
    try:
        print(format(F(1, 3), spec))
    except ValueError as e:
        print(e)
