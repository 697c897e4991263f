# Dates and datetimes with timedeltas and with each other.
from datetime import date, datetime, timedelta

d, t = date(2024, 2, 28), datetime(2024, 2, 28, 23, 59, 59, 999999)
print(d + timedelta(2), d - timedelta(59), timedelta(1) + d, d - date(2023, 2, 28), date(2023, 1, 1) - d, d + timedelta(hours=47))
print(t + timedelta(microseconds=1), t - timedelta(days=1, hours=1), timedelta(seconds=1) + t, t - datetime(2000, 1, 1), datetime(2000, 1, 1) - t)
print(d < date(2024, 3, 1), d == date(2024, 2, 28), d != t, t > datetime(2020, 1, 1), d == 5, sorted([date(2024, 1, 2), d, date(2023, 5, 5)]), t == d)
for function in [lambda: d + d, lambda: d + 1, lambda: 1 - d, lambda: timedelta(1) - d, lambda: d < t, lambda: d < 5, lambda: t <= 'x', lambda: date.max + timedelta(1), lambda: date.min - timedelta(1), lambda: datetime.max + timedelta(microseconds=1),
                 lambda: datetime.min - timedelta(microseconds=1), lambda: t - d, lambda: d - t, lambda: d * 2, lambda: t + t]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
