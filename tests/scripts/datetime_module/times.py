# time: how it is made, shown and compared.
from datetime import datetime, time, timedelta, timezone

for args in [(), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), (23, 59, 59, 999999), (12, 0, 0, 0, timezone.utc), (1, 2, 0, 5, timezone(timedelta(hours=-5, minutes=-30)))]:
    t = time(*args)
    print(repr(t), str(t), t.isoformat(), t.hour, t.minute, t.second, t.microsecond, t.tzinfo, t.fold, t.utcoffset(), t.tzname(), t.dst(), bool(t))
t = time(12, 34, 56, 789012)
print([t.isoformat(s) for s in ['auto', 'hours', 'minutes', 'seconds', 'milliseconds', 'microseconds']], t.isoformat(timespec='hours'))
print(t.replace(hour=1), t.replace(second=0, microsecond=0), repr(t.replace(fold=1)), t.replace(tzinfo=timezone.utc), time.min, time.max, time.resolution)
print(t == time(12, 34, 56, 789012), t < time(13), t != time(12, tzinfo=timezone.utc), time(12, tzinfo=timezone.utc) == time(13, tzinfo=timezone(timedelta(hours=1))), hash(t) == hash(t.replace(fold=1)))
for function in [lambda: time(24), lambda: time(0, 60), lambda: time(0, 0, 60), lambda: time(0, 0, 0, 10 ** 6), lambda: time(-1), lambda: time('a'), lambda: time(1.5), lambda: time(tzinfo=5), lambda: time(fold=2), lambda: t < time(1, tzinfo=timezone.utc),
                 lambda: t < 5, lambda: t.isoformat('days'), lambda: t + timedelta(1), lambda: t - t, lambda: t.replace(hour=30), lambda: time(0, 0, 0, 0, None, 1), lambda: t.isoformat(5)]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
