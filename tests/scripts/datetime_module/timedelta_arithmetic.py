# timedelta: arithmetic and comparison.
from datetime import date, datetime, timedelta

a, b = timedelta(days=3, hours=5), timedelta(minutes=50)
print(a + b, a - b, b - a, -a, +a, abs(-a), a * 2, 3 * b, a * 0.5, 1.5 * b, a / 4, a / b, a // b, a % b, divmod(a, b), a // 7, a / 2.5)
print(timedelta(microseconds=3) / 2, timedelta(microseconds=5) / 2, timedelta(microseconds=-3) / 2, timedelta(microseconds=7) // 2, timedelta(microseconds=1) * 0.5, timedelta(microseconds=3) * 0.5)
print(-timedelta(microseconds=1) // timedelta(seconds=1), -timedelta(1) % timedelta(hours=7), divmod(-a, b))
print(a == timedelta(3, 18000), a != b, a < b, a <= a, a > b, a >= b, a == 5, a != 'x', sorted([a, b, -a]), max(a, b))
print(sum([a, b], timedelta()), {a: 1}[timedelta(days=3, hours=5)])
for function in [lambda: a + 1, lambda: 1 - a, lambda: a * b, lambda: a * 'x', lambda: a / 0, lambda: a // 0, lambda: a / timedelta(), lambda: a // timedelta(), lambda: a % timedelta(), lambda: divmod(a, timedelta()), lambda: a % 2, lambda: 1 / a,
                 lambda: a < 5, lambda: a >= None, lambda: timedelta.max + timedelta(1), lambda: -timedelta.max - timedelta(2), lambda: timedelta.max * 2, lambda: a * float('nan'), lambda: a / 0.0, lambda: a ** 2, lambda: a // 1.5]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
