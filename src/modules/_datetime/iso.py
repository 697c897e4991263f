"""Reading ISO 8601, as far as fromisoformat() does."""

import re

from _datetime.days import from_iso_calendar, from_ordinal, to_ordinal
from _datetime.delta import timedelta

_date = re.compile(r'(\d{4})(?:-(\d\d)-(\d\d)|(\d\d)(\d\d)|-W(\d\d)(?:-(\d))?|W(\d\d)(\d)?)', re.ASCII)
_clock = r'(\d\d)(?::(\d\d)(?::(\d\d)(?:[.,](\d+))?)?|(\d\d)(?:(\d\d)(?:[.,](\d+))?)?)?'
_time = re.compile(_clock + r'(?:(Z)|([+-])' + _clock + ')?', re.ASCII)


class Unreadable(Exception):
    """It is no ISO format."""


def _parts(groups):
    """Hours, minutes, seconds, microseconds. The clock has a form with colons and one without."""
    hour, minute, second, fraction, plain_minute, plain_second, plain_fraction = groups
    minute, second = minute or plain_minute, second or plain_second
    fraction = fraction or plain_fraction or ''
    return int(hour), int(minute or 0), int(second or 0), int(fraction[:6].ljust(6, '0'))


def read_date(text):
    """Year, month and day, not yet checked."""
    found = _date.fullmatch(text)
    if found is None:
        raise Unreadable
    year, month, day, plain_month, plain_day, week, weekday, plain_week, plain_weekday = found.groups()
    if month or plain_month:
        return int(year), int(month or plain_month), int(day or plain_day)
    try:
        return from_ordinal(from_iso_calendar(int(year), int(week or plain_week), int(weekday or plain_weekday or 1)))
    except ValueError:
        raise Unreadable from None


def read_time(text):
    """Hour, minute, second, microsecond, not yet checked, and the offset: None, or a timedelta."""
    found = _time.fullmatch(text)
    if found is None:
        raise Unreadable
    groups = found.groups()
    zulu, sign, offset = groups[7], groups[8], None
    if zulu:
        offset = timedelta(0)
    elif sign:
        hours, minutes, seconds, microseconds = _parts(groups[9:])
        offset = timedelta(hours=hours, minutes=minutes, seconds=seconds, microseconds=microseconds)
        if sign == '-':
            offset = -offset
    return (*_parts(groups[:7]), offset)


def split(text):
    """Where the date ends in the text of a datetime."""
    found = _date.match(text)
    if found is None:
        raise Unreadable
    return found.end()
