# datetime: how it is made, shown, taken apart.
from datetime import date, datetime, time, timedelta, timezone

for args in [(2024, 1, 2), (2024, 1, 2, 3), (2024, 1, 2, 3, 4), (2024, 1, 2, 3, 4, 5), (2024, 1, 2, 3, 4, 5, 6), (1, 1, 1), (2024, 12, 31, 23, 59, 59, 999999, timezone.utc)]:
    t = datetime(*args)
    print(repr(t), str(t), t.isoformat(), t.ctime(), t.date(), t.time(), t.timetz(), t.weekday(), t.toordinal())
t = datetime(2024, 5, 6, 7, 8, 9, 123456)
print([t.isoformat(' ', s) for s in ['auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds']], t.isoformat('_'), t.isoformat('é'))
print(t.replace(year=2000), t.replace(month=1, day=31, hour=0), repr(t.replace(fold=1)), t.replace(tzinfo=timezone.utc), t.isocalendar(), datetime.min, datetime.max, datetime.resolution)
print(datetime.combine(date(2020, 1, 1), time(1, 2)), datetime.combine(date(2020, 1, 1), time(1, 2, tzinfo=timezone.utc)), datetime.combine(date(2020, 1, 1), time(1), tzinfo=timezone.utc), datetime.combine(t, time()))
print(isinstance(t, date), datetime.fromordinal(1000), datetime.fromisocalendar(2020, 1, 1), t.utcoffset(), t.tzname(), t.dst(), t.tzinfo, t.fold)
print(datetime.fromtimestamp(0, timezone.utc), datetime.fromtimestamp(1.5, timezone.utc), datetime.fromtimestamp(-1.25, tz=timezone.utc), datetime.fromtimestamp(1e9 + 0.1234567, timezone(timedelta(hours=2))))
print(datetime(2001, 9, 9, 1, 46, 40, tzinfo=timezone.utc).timestamp(), datetime(1969, 12, 31, 23, 59, 59, 500000, timezone.utc).timestamp(), hash(t) == hash(t.replace(fold=1)))
for function in [lambda: datetime(2024, 1), lambda: datetime(2024, 13, 1), lambda: datetime(2024, 1, 1, 24), lambda: datetime(2024, 1, 1, 0, 60), lambda: datetime(2024, 1, 1, tzinfo=5), lambda: datetime(2024, 1, 1, fold=2), lambda: datetime('x', 1, 1),
                 lambda: t.isoformat(5), lambda: t.isoformat('ab'), lambda: t.isoformat('T', 'x'), lambda: datetime.combine(1, 2), lambda: datetime.combine(date(1, 1, 1), 2), lambda: datetime.fromtimestamp(1e20, timezone.utc), lambda: datetime.fromtimestamp('x'),
                 lambda: datetime.fromtimestamp(float('nan'), timezone.utc), lambda: datetime.fromtimestamp(0, 5), lambda: datetime.now(5), lambda: t.replace(nothing=1), lambda: t.replace(day=40), lambda: t.replace(tzinfo=1), lambda: t.astimezone(5)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
