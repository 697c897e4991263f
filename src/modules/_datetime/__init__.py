"""Fast implementation of the datetime type."""

from _datetime.date import date
from _datetime.days import MAXYEAR, MINYEAR
from _datetime.delta import timedelta
from _datetime.moment import datetime
from _datetime.time import time
from _datetime.zone import timezone, tzinfo
from _sealing import seal

UTC = timezone.utc

# Programs see these as built-in classes: immutable, and named with their module in messages.
for _cls in (timedelta, tzinfo, timezone, date, time, datetime):
    seal(_cls, _cls is timezone)
