"""This module provides various functions to manipulate time values.

There are two standard representations of time.  One is the number
of seconds since the Epoch, in UTC (a.k.a. GMT).  It may be an integer
or a floating-point number (to represent fractions of seconds).
The epoch is the point where the time starts, the return value of time.gmtime(0).
It is January 1, 1970, 00:00:00 (UTC) on all platforms.

The other representation is a tuple of 9 integers giving local time:
year, month, day, hours, minutes, seconds, weekday, day of the year, and
whether daylight saving time is in effect.
"""

import _time
from _time import monotonic, monotonic_ns, perf_counter, perf_counter_ns, process_time, process_time_ns, sleep
from _time import thread_time, thread_time_ns, time, time_ns

CLOCK_REALTIME = 0
CLOCK_MONOTONIC = 1
CLOCK_PROCESS_CPUTIME_ID = 2
CLOCK_THREAD_CPUTIME_ID = 3

_FIELDS = ('tm_year', 'tm_mon', 'tm_mday', 'tm_hour', 'tm_min', 'tm_sec', 'tm_wday', 'tm_yday', 'tm_isdst')
_MORE = ('tm_zone', 'tm_gmtoff')
_STRUCT_TM_ITEMS = 11
_DAYS = ('Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday')
_MONTHS = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
           'November', 'December')


class struct_time(tuple):
    """The time value as returned by gmtime(), localtime(), and strptime(), and
 accepted by asctime(), mktime() and strftime().  May be considered as a
 sequence of 9 integers.

 Note that several fields' values are not the same as those defined by
 the C language standard for struct tm.  For example, the value of the
 field tm_year is the actual year, not year - 1900.  See individual
 fields' descriptions for details."""

    n_fields = 11
    n_sequence_fields = 9
    n_unnamed_fields = 0
    __match_args__ = _FIELDS

    def __new__(cls, sequence, more=None):
        try:
            fields = tuple(sequence)
        except TypeError:
            raise TypeError('constructor requires a sequence') from None
        if len(fields) < 9:
            raise TypeError(f'time.struct_time() takes an at least 9-sequence ({len(fields)}-sequence given)')
        if len(fields) > 11:
            raise TypeError(f'time.struct_time() takes an at most 11-sequence ({len(fields)}-sequence given)')
        self = super().__new__(cls, fields[:9])
        given = dict(zip(_MORE, fields[9:]))
        for name in _MORE:
            self.__dict__[name] = given.get(name, (more or {}).get(name))
        return self

    def __setattr__(self, name, value):
        if name in _FIELDS or name in _MORE:
            raise AttributeError('readonly attribute')
        raise AttributeError(f"'time.struct_time' object has no attribute {name!r}")

    def __repr__(self):
        return f'time.struct_time({", ".join(f"{name}={value!r}" for name, value in zip(_FIELDS, self))})'

    def __reduce__(self):
        return struct_time, (tuple(self), dict(self.__dict__))

    def __replace__(self, /, **changes):
        values = dict(zip(_FIELDS, self)) | self.__dict__
        unknown = [name for name in changes if name not in values]
        if unknown:
            raise TypeError(f'Got unexpected field name(s): {unknown!r}')
        values |= changes
        return struct_time(values[name] for name in _FIELDS + _MORE)


def _field(index, name):
    return property(lambda self: self[index], doc=name)


for _index, _name in enumerate(_FIELDS):
    setattr(struct_time, _name, _field(_index, _name))
del _index, _name, _field
struct_time.__module__ = 'time'


def _days_before(year):
    """The days from the epoch to the first day of a year."""
    past = year - 1
    return past * 365 + past // 4 - past // 100 + past // 400 - 719162


def _is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def _month_lengths(year):
    return (31, 29 if _is_leap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _broken_down(seconds, isdst, zone, offset):
    """The struct_time that is so many seconds after the epoch, by a clock that is `offset` seconds ahead of UTC."""
    days, rest = divmod(seconds + offset, 86400)
    year = 1970 + days * 400 // 146097
    while days < _days_before(year):
        year -= 1
    while days >= _days_before(year + 1):
        year += 1
    if not -2**31 <= year - 1900 < 2**31:
        raise OSError(75, 'Value too large for defined data type')
    yday = day = days - _days_before(year)
    for month, length in enumerate(_month_lengths(year), 1):
        if day < length:
            break
        day -= length
    return struct_time((year, month, day + 1, rest // 3600, rest // 60 % 60, rest % 60, (days + 3) % 7, yday + 1, isdst,
                        zone, offset))


def _seconds(seconds):
    """Whole seconds of an argument, rounded down; None is now."""
    return time_ns() // 1_000_000_000 if seconds is None else _time.whole_seconds(seconds)


def gmtime(seconds=None, /):
    """gmtime([seconds]) -> (tm_year, tm_mon, tm_mday, tm_hour, tm_min,
                       tm_sec, tm_wday, tm_yday, tm_isdst)

Convert seconds since the Epoch to a time tuple expressing UTC (a.k.a.
GMT).  When 'seconds' is not passed in, convert the current time instead.

If the platform supports the tm_gmtoff and tm_zone, they are available as
attributes only."""
    return _broken_down(_seconds(seconds), 0, 'GMT', 0)


def localtime(seconds=None, /):
    """localtime([seconds]) -> (tm_year,tm_mon,tm_mday,tm_hour,tm_min,
                          tm_sec,tm_wday,tm_yday,tm_isdst)

Convert seconds since the Epoch to a time tuple expressing local time.
When 'seconds' is not passed in, convert the current time instead."""
    seconds = _seconds(seconds)
    return _broken_down(seconds, *_zone_at(seconds))


def _zone_at(seconds):
    """Whether daylight saving time is in effect then, the zone's name and offset."""
    isdst, zone, offset = _time.zone_at(_rule, seconds)
    return int(isdst), zone, offset


def _tuple_argument(value, function):
    """Nine ints of a time tuple; the zone and offset of a struct_time."""
    if not isinstance(value, tuple):
        raise TypeError('Tuple or struct_time argument required')
    if len(value) != 9:
        raise TypeError(f'{function}(): illegal time tuple argument')
    for item in value:
        if not hasattr(item, '__index__'):
            raise TypeError(f"'{type(item).__name__}' object cannot be interpreted as an integer")
    fields = [item.__index__() for item in value]
    for item in fields:
        if not -2**31 <= item < 2**31:
            bound = 'less than minimum' if item < 0 else 'greater than maximum'
            raise OverflowError(f'signed integer is {bound}')
    return fields


def _checked(value, function):
    """The fields of a time tuple that can be shown: a month or day of zero stands for the first."""
    year, month, day, hour, minute, second, weekday, yday, isdst = _tuple_argument(value, function)
    month, day, yday = month or 1, day or 1, yday or 1
    for field, low, high, name in (
        (month, 1, 12, 'month'), (day, 1, 31, 'day of month'), (hour, 0, 23, 'hour'), (minute, 0, 59, 'minute'),
        (second, 0, 61, 'seconds'), (weekday, -1, None, 'day of week'), (yday, 1, 366, 'day of year'),
    ):
        if field < low or high is not None and field > high:
            raise ValueError(f'{name} out of range')
    return year, month, day, hour, minute, second, (weekday + 1) % 7, yday, isdst


def mktime(time_tuple, /):
    """mktime(tuple) -> floating-point number

Convert a time tuple in local time to seconds since the Epoch.
Note that mktime(gmtime(0)) will not generally return zero for most
time zones; instead the returned value will either be equal to that
of the timezone or altzone attributes on the time module."""
    year, month, day, hour, minute, second, _, _, isdst = _tuple_argument(time_tuple, 'mktime')
    year, month = year + (month - 1) // 12, (month - 1) % 12
    days = _days_before(year) + sum(_month_lengths(year)[:month]) + day - 1
    local = ((days * 24 + hour) * 60 + minute) * 60 + second
    # The offset is that of the answer: of the candidates the one which the clock shows then.
    offsets = []
    for near in (local, local - 86400, local + 86400):
        then, _, offset = _zone_at(near)
        if (then, offset) not in offsets:
            offsets.append((then, offset))
    wanted = isdst if isdst < 0 else int(isdst > 0)
    for then, offset in offsets:
        if then == wanted:
            return float(local - offset)
    if wanted >= 0:
        # Summer time in winter, or the other way round: by the clock of another month.
        for months in range(1, 13):
            for near in (local - months * 2592000, local + months * 2592000):
                then, _, offset = _zone_at(near)
                if then == wanted:
                    return float(local - offset)
    for _, offset in offsets:
        if _zone_at(local - offset)[2] == offset:
            return float(local - offset)
    return float(local - offsets[0][1])


def asctime(time_tuple=None, /):
    """asctime([tuple]) -> string

Convert a time tuple to a string, e.g. 'Sat Jun 06 16:26:11 1998'.
When the time tuple is not present, current time as returned by localtime()
is used."""
    year, month, day, hour, minute, second, weekday, _, _ = _checked(
        localtime() if time_tuple is None else time_tuple, 'asctime')
    return f'{_DAYS[weekday][:3]} {_MONTHS[month - 1][:3]} {day:2} {hour:02}:{minute:02}:{second:02} {year}'


def ctime(seconds=None, /):
    """ctime(seconds) -> string

Convert a time in seconds since the Epoch to a string in local time.
This is equivalent to asctime(localtime(seconds)). When the time tuple is
not present, current time as returned by localtime() is used."""
    return asctime(localtime(seconds))


def _iso_week(year, yday, weekday):
    """ISO 8601's year and week; Monday is weekday 0."""
    week = (yday - 1 - weekday + 10) // 7
    if week < 1:
        year -= 1
        return year, _weeks(year)
    if week > _weeks(year):
        return year + 1, 1
    return year, week


def _weeks(year):
    """How many ISO weeks a year has."""
    first = (_days_before(year) + 3) % 7
    return 53 if first == 3 or first == 2 and _is_leap(year) else 52


def _directive(code, fields, given):
    """The text of a directive with the padding it has by itself: (text, pad character, width); None if unknown."""
    year, month, day, hour, minute, second, weekday, yday, isdst = fields
    number = {
        'd': (day, '0', 2), 'e': (day, ' ', 2), 'H': (hour, '0', 2), 'I': ((hour - 1) % 12 + 1, '0', 2),
        'j': (yday, '0', 3), 'k': (hour, ' ', 2), 'l': ((hour - 1) % 12 + 1, ' ', 2), 'm': (month, '0', 2),
        'M': (minute, '0', 2), 'S': (second, '0', 2), 'u': (weekday or 7, '0', 1), 'w': (weekday, '0', 1),
        'y': (year % 100, '0', 2), 'Y': (year, '0', 1),
        'U': ((yday + 6 - weekday) // 7, '0', 2), 'W': ((yday + 6 - (weekday - 1) % 7) // 7, '0', 2),
    }.get(code)
    if number is not None:
        return str(number[0]), number[1], number[2]
    if code == 'C':
        # The century of a year of three digits has one.
        return str(year // 100), '0', 2 if year >= 1000 or year < 0 else 1
    if code in 'gGV':
        iso_year, week = _iso_week(year, yday, (weekday - 1) % 7)
        if code == 'V':
            return str(week), '0', 2
        return (str(iso_year % 100), '0', 2) if code == 'g' else (str(iso_year), '0', 1)
    if code in 'aAbBhpPntZzs%':
        return _word(code, fields, given), ' ', 0
    composed = {
        'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'r': '%I:%M:%S %p', 'R': '%H:%M',
        'T': '%H:%M:%S', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
    }.get(code)
    if composed is None:
        return None
    return _formatted(composed, fields, given), ' ', 0


def _word(code, fields, given):
    hour, weekday, month = fields[3], fields[6], fields[1]
    if code in 'zZs':
        zone, offset = getattr(given, 'tm_zone', None), getattr(given, 'tm_gmtoff', None)
        if code == 's':
            return str(int(mktime(tuple(given))))
        if offset is None:
            # A tuple says only whether it is summer time.
            summer = int(fields[8] > 0 and daylight)
            zone, offset = tzname[summer], -(altzone if summer else timezone)
        if code == 'Z':
            return zone
        minutes = abs(offset) // 60
        return f'{"-" if offset < 0 else "+"}{minutes // 60:02}{minutes % 60:02}'
    return {
        'a': _DAYS[weekday][:3], 'A': _DAYS[weekday], 'b': _MONTHS[month - 1][:3], 'h': _MONTHS[month - 1][:3],
        'B': _MONTHS[month - 1], 'p': 'PM' if hour >= 12 else 'AM', 'P': 'pm' if hour >= 12 else 'am', 'n': '\n',
        't': '\t', '%': '%',
    }[code]


def _formatted(format, fields, given):
    pieces = []
    i = 0
    while i < len(format):
        if format[i] != '%':
            pieces.append(format[i])
            i += 1
            continue
        start = i
        i += 1
        flags = ''
        while i < len(format) and format[i] in '-_0^#':
            flags += format[i]
            i += 1
        digits = i
        while i < len(format) and '0' <= format[i] <= '9':
            i += 1
        width = int(format[digits:i] or 0)
        if i + 1 < len(format) and format[i] in 'EO':
            i += 1
        found = _directive(format[i], fields, given) if i < len(format) else None
        i += 1
        pieces.append(format[start:i] if found is None else _padded(found, flags, width, format[i - 1]))
    return ''.join(pieces)


def _padded(found, flags, width, code):
    text, pad, least = found
    if '^' in flags:
        text = text.upper()
    elif '#' in flags:
        text = text.lower() if code in 'pZ' else text.upper()
    pad = {'_': ' ', '0': '0', '-': ''}.get(next((f for f in reversed(flags) if f in '_0-'), None), pad)
    if not pad:
        return text
    if text[:1] == '-' and pad == '0':
        return '-' + text[1:].rjust(max(width, least) - 1, pad)
    return text.rjust(max(width, least), pad)


def strftime(format, time_tuple=None, /):
    """strftime(format[, tuple]) -> string

Convert a time tuple to a string according to a format specification.
See the library reference manual for formatting codes. When the time tuple
is not present, current time as returned by localtime() is used.

Commonly used format codes:

%Y  Year with century as a decimal number.
%m  Month as a decimal number [01,12].
%d  Day of the month as a decimal number [01,31].
%H  Hour (24-hour clock) as a decimal number [00,23].
%M  Minute as a decimal number [00,59].
%S  Second as a decimal number [00,61].
%z  Time zone offset from UTC.
%a  Locale's abbreviated weekday name.
%A  Locale's full weekday name.
%b  Locale's abbreviated month name.
%B  Locale's full month name.
%c  Locale's appropriate date and time representation.
%I  Hour (12-hour clock) as a decimal number [01,12].
%p  Locale's equivalent of either AM or PM.

Other codes may be available on your platform.  See documentation for
the C library strftime function.
"""
    if not isinstance(format, str):
        raise TypeError(f'strftime() argument 1 must be str, not {type(format).__name__}')
    given = localtime() if time_tuple is None else time_tuple
    fields = _checked(given, 'strftime')
    if '\0' in format:
        raise ValueError('embedded null character')
    return _formatted(format, fields, given)


def strptime(string, format='%a %b %d %H:%M:%S %Y', /):
    """strptime(string, format) -> struct_time

Parse a string to a time tuple according to a format specification.
See the library reference manual for formatting codes (same as
strftime()).

Commonly used format codes:

%Y  Year with century as a decimal number.
%m  Month as a decimal number [01,12].
%d  Day of the month as a decimal number [01,31].
%H  Hour (24-hour clock) as a decimal number [00,23].
%M  Minute as a decimal number [00,59].
%S  Second as a decimal number [00,61].
%z  Time zone offset from UTC.
%a  Locale's abbreviated weekday name.
%A  Locale's full weekday name.
%b  Locale's abbreviated month name.
%B  Locale's full month name.
%c  Locale's appropriate date and time representation.
%I  Hour (12-hour clock) as a decimal number [01,12].
%p  Locale's equivalent of either AM or PM.

Other codes may be available on your platform.  See documentation for
the C library strftime function.
"""
    import _strptime
    return _strptime._strptime_time(string, format)


_CLOCKS = {
    'time': ('CLOCK_REALTIME', False, True), 'monotonic': ('CLOCK_MONOTONIC', True, False),
    'perf_counter': ('CLOCK_MONOTONIC', True, False), 'process_time': ('CLOCK_PROCESS_CPUTIME_ID', True, False),
    'thread_time': ('CLOCK_THREAD_CPUTIME_ID', True, False),
}


def get_clock_info(name, /):
    """get_clock_info(name: str) -> dict

Get information of the specified clock."""
    from types import SimpleNamespace
    if not isinstance(name, str):
        raise TypeError(f'get_clock_info() argument 1 must be str, not {type(name).__name__}')
    if name not in _CLOCKS:
        raise ValueError('unknown clock')
    clock, is_monotonic, adjustable = _CLOCKS[name]
    return SimpleNamespace(implementation=f'clock_gettime({clock})', monotonic=is_monotonic, adjustable=adjustable,
                           resolution=1e-09)


def clock_gettime_ns(clk_id, /):
    """Return the time of the specified clock clk_id as nanoseconds (int)."""
    clocks = {CLOCK_REALTIME: time_ns, CLOCK_MONOTONIC: monotonic_ns, CLOCK_PROCESS_CPUTIME_ID: process_time_ns,
              CLOCK_THREAD_CPUTIME_ID: thread_time_ns}
    if clk_id not in clocks:
        raise OSError(22, 'Invalid argument')
    return clocks[clk_id]()


def clock_gettime(clk_id, /):
    """Return the time of the specified clock clk_id as a float."""
    return clock_gettime_ns(clk_id) / 1e9


def clock_getres(clk_id, /):
    """clock_getres(clk_id) -> floating-point number

Return the resolution (precision) of the specified clock clk_id."""
    clock_gettime_ns(clk_id)
    return 1e-09


def tzset():
    """tzset()

Initialize, or reinitialize, the local timezone to the value stored in
os.environ['TZ']."""
    global _rule, timezone, altzone, daylight, tzname
    from os import environ
    _rule = environ.get('TZ')
    year = gmtime().tm_year
    winter, summer = (_zone_at((_days_before(year) + days) * 86400) for days in (1, 182))
    if winter[0] and not summer[0]:
        winter, summer = summer, winter
    daylight = int(winter[2] != summer[2])
    timezone, altzone = -winter[2], -summer[2]
    tzname = (winter[1], summer[1])


tzset()
