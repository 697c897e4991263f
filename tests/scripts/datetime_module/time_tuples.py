# timetuple and utctimetuple.
from datetime import date, datetime, timedelta, timezone

t = datetime(2024, 3, 1, 12, tzinfo=timezone.utc)
east = timezone(timedelta(hours=9))
print(t.utctimetuple(), t.astimezone(east).utctimetuple()[:6], t.astimezone(east).timetuple())
print(date(2024, 12, 31).timetuple(), datetime(1, 1, 1).timetuple()[:], datetime(2024, 2, 29, 23, 59, 59, 5).timetuple().tm_yday)
now = datetime.now(timezone.utc)
print(abs(now - datetime.now(east)) < timedelta(minutes=5), datetime.now().tzinfo, date.today() <= datetime.now().date(), type(datetime.today()).__name__)
naive = datetime(2024, 5, 6, 7, 8, 9, 250000)
print(datetime.fromtimestamp(naive.timestamp()) == naive, naive.astimezone().replace(tzinfo=None) == naive, naive.astimezone(timezone.utc).timestamp() == naive.timestamp())
