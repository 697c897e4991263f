# date: how it is made, shown, and what it knows.
from datetime import date

d = date(2024, 2, 29)
print(repr(d), str(d), d.year, d.month, d.day, d.isoformat(), d.ctime(), d.weekday(), d.isoweekday(), d.toordinal(), d.isocalendar(), d.isocalendar().week)
print(date.min, date.max, date.resolution, date.fromordinal(1), date.fromordinal(738000), date.fromisocalendar(2020, 53, 7), date.fromisocalendar(2021, 1, 1))
for y, m, day in [(2020, 12, 31), (2021, 1, 1), (2021, 1, 3), (2018, 12, 31), (1, 1, 1), (9999, 12, 31), (2000, 2, 29), (1900, 3, 1)]:
    x = date(y, m, day)
    print(x, x.isocalendar()[:], x.weekday(), x.toordinal(), date.fromordinal(x.toordinal()) == x, date.fromisocalendar(*x.isocalendar()) == x)
print(repr(d.isocalendar()), d.replace(year=2020), d.replace(2023, 3, 1), d.replace(day=1), hash(d) == hash(date(2024, 2, 29)))
for args in [(0, 1, 1), (10000, 1, 1), (2023, 0, 1), (2023, 13, 1), (2023, 2, 29), (2023, 4, 31), (2023, 1, 0), ('2023', 1, 1), (2023.0, 1, 1), (2023, 1), (), (2023, 1, 1, 1), (10 ** 20, 1, 1), (None, 1, 1)]:
    try:
        print(date(*args))
    except Exception as e:
        print(args, type(e).__name__, e)
for function in [lambda: d.replace(year=2023), lambda: d.replace(day='x'), lambda: d.replace(hour=1), lambda: date.fromordinal(0), lambda: date.fromordinal(10 ** 7), lambda: date.fromisocalendar(2021, 53, 1), lambda: date.fromisocalendar(2020, 1, 8),
                 lambda: date.fromisocalendar(0, 1, 1), lambda: date.fromordinal('x')]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
