# timezone, tzinfo subclasses, astimezone, aware comparison.
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo

for zone in [timezone.utc, timezone(timedelta(hours=1)), timezone(timedelta(hours=-5, minutes=-30)), timezone(timedelta(0)), timezone(timedelta(seconds=-1)), timezone(timedelta(hours=2), 'CEST'), timezone(timedelta(0), 'Z'), timezone(timedelta(hours=1, microseconds=5)), timezone.min, timezone.max]:
    print(repr(zone), str(zone), zone.utcoffset(None), zone.tzname(None), zone.dst(None))
print(timezone(timedelta(0)) is timezone.utc, UTC is timezone.utc, timezone(timedelta(hours=1)) == timezone(timedelta(hours=1), 'x'), hash(timezone.utc) == hash(timezone(timedelta(0), 'a')), timezone.utc == 5)
t = datetime(2024, 3, 1, 12, tzinfo=timezone.utc)
east, west = timezone(timedelta(hours=9)), timezone(timedelta(hours=-8))
print(t.astimezone(east), t.astimezone(west), t.astimezone(east) == t, t - t.astimezone(west), t.astimezone(east) < t, repr(t.astimezone(east)), hash(t) == hash(t.astimezone(east)))
print(t == datetime(2024, 3, 1, 12), t != datetime(2024, 3, 1, 12))


class Zone(tzinfo):
    """An hour ahead in summer."""

    def utcoffset(self, dt):
        return timedelta(hours=1) + self.dst(dt)

    def dst(self, dt):
        return timedelta(hours=1 if dt is not None and 4 <= dt.month <= 9 else 0)

    def tzname(self, dt):
        return 'summer' if self.dst(dt) else 'winter'

    def __repr__(self):
        return 'Zone()'


for month in (1, 7):
    x = datetime(2024, month, 15, 12, tzinfo=Zone())
    print(x, repr(x), x.utcoffset(), x.dst(), x.tzname(), x.astimezone(timezone.utc), x.strftime('%Z %z'))
print(datetime(2024, 7, 1, tzinfo=timezone.utc).astimezone(Zone()), datetime(2024, 1, 1, tzinfo=timezone.utc).astimezone(Zone()), time(1, tzinfo=Zone()).isoformat())


class Broken(tzinfo):
    def __init__(self, offset):
        self.offset = offset

    def utcoffset(self, dt):
        return self.offset

    def tzname(self, dt):
        return 5


for function in [lambda: timezone(5), lambda: timezone(timedelta(1)), lambda: timezone(timedelta(hours=-24)), lambda: timezone(timedelta(0), 5), lambda: timezone(), lambda: timezone.utc.utcoffset(5), lambda: timezone.utc.tzname('x'), lambda: timezone.utc.fromutc(datetime(2024, 1, 1)),
                 lambda: tzinfo().utcoffset(None), lambda: tzinfo().dst(None), lambda: tzinfo().tzname(None), lambda: datetime(2024, 1, 1, tzinfo=tzinfo()).utcoffset(), lambda: datetime(2024, 1, 1, tzinfo=Broken(5)).utcoffset(), lambda: datetime(2024, 1, 1, tzinfo=Broken(timedelta(1))).isoformat(),
                 lambda: datetime(2024, 1, 1, tzinfo=Broken(None)).tzname(), lambda: t < datetime(2024, 1, 1), lambda: t - datetime(2024, 1, 1), lambda: Zone().fromutc(t), lambda: Zone().fromutc(5), lambda: timezone.utc < timezone.utc]:
    try:
        print(function())
    except Exception as e:
        print(type(e).__name__, e)
