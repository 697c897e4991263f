"""datetime.datetime"""

from math import floor, isnan

from _sealing import bare
from _datetime.arguments import ABSENT, Field, bind, shown_class, text_argument, type_name
from _datetime.date import date, pickled
from _datetime.days import checked_date, checked_time, from_ordinal, to_ordinal
from _datetime.delta import timedelta
from _datetime.format import Moment
from _datetime.iso import Unreadable, read_date, read_time, split
from _datetime.time import clock_repr, clock_text, differing, state_zone, time, zone_repr
from _datetime.zone import check_zone, name_of, offset_of, offset_text, timezone

_PARAMETERS = ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')
_EPOCH_ORDINAL = to_ordinal(1970, 1, 1)
_DAY = timedelta(1)


def _parts_of_timestamp(timestamp):
    """Whole seconds and microseconds; half a microsecond is rounded to the even one."""
    if isinstance(timestamp, float):
        if isnan(timestamp):
            raise ValueError('Invalid value NaN (not a number)')
        if not -2 ** 63 <= timestamp < 2 ** 63:
            raise OverflowError('timestamp out of range for platform time_t')
        seconds = floor(timestamp)
        microseconds = round((timestamp - seconds) * 1e6)
        return (seconds + 1, 0) if microseconds == 1_000_000 else (seconds, microseconds)
    from operator import index
    seconds = index(timestamp)
    if not -2 ** 63 <= seconds < 2 ** 63:
        raise OverflowError('timestamp out of range for platform time_t')
    return seconds, 0


def _utc_fields(seconds):
    """Year to second in UTC."""
    days, seconds = divmod(seconds, 86_400)
    ordinal = days + _EPOCH_ORDINAL
    if not 1 <= ordinal <= 3_652_059:
        raise ValueError(f'year {int(days // 365.2425) + 1970} is out of range')
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return (*from_ordinal(ordinal), hour, minute, second)


def _local_zone(seconds):
    """The system's zone at a time."""
    from time import localtime
    local = localtime(seconds)
    return timezone(timedelta(seconds=local.tm_gmtoff), local.tm_zone)


class datetime(date):
    """datetime(year, month, day[, hour[, minute[, second[, microsecond[,tzinfo]]]]])

The year, month and day arguments are required. tzinfo may be None, or an
instance of a tzinfo subclass. The remaining arguments may be ints.
"""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, *args, **kwargs):
        if not kwargs and (state := pickled('datetime', args, 10, (2, 0x7F, range(1, 13)))):
            day = int.from_bytes(state[:2]), state[2] & 0x7F, state[3]
            return cls._raw(day, (state[4], state[5], state[6], int.from_bytes(state[7:])), state[2] >> 7, state_zone(args))
        given = bind('function', _PARAMETERS, 3, 8, args, kwargs)
        year, month, day, *clock, zone, fold = (0 if v is ABSENT else v for v in given)
        if given[7] is ABSENT:
            zone = None
        day = checked_date(year, month, day)
        *clock, fold = checked_time(*clock, fold)
        check_zone(zone)
        return cls._raw(day, clock, fold, zone)

    @classmethod
    def _raw(cls, day, clock, fold, zone):
        self = bare(cls)
        self._year, self._month, self._day = day
        self._hour, self._minute, self._second, self._microsecond = clock
        self._fold, self._tzinfo = fold, zone
        return self

    hour = Field()
    minute = Field()
    second = Field()
    microsecond = Field()
    tzinfo = Field()
    fold = Field()

    # Making one.

    @classmethod
    def now(cls, tz=None):
        """Returns new datetime object representing current time local to tz.

  tz
    Timezone object.

If no tz is specified, uses local timezone."""
        check_zone(tz)
        from time import time
        return cls.fromtimestamp(time(), tz)

    @classmethod
    def utcnow(cls):
        """Return a new datetime representing UTC day and time."""
        from time import time
        _deprecated('utcnow()', 'datetime.datetime.now(datetime.UTC)')
        return cls._utc(time())

    @classmethod
    def utcfromtimestamp(cls, timestamp, /):
        """Construct a naive UTC datetime from a POSIX timestamp."""
        _deprecated('utcfromtimestamp()', 'datetime.datetime.fromtimestamp(timestamp, datetime.UTC)')
        return cls._utc(timestamp)

    @classmethod
    def _utc(cls, timestamp):
        seconds, microseconds = _parts_of_timestamp(timestamp)
        return cls(*_utc_fields(seconds), microseconds)

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        """timestamp[, tz] -> tz's local time from POSIX timestamp."""
        check_zone(tz)
        seconds, microseconds = _parts_of_timestamp(timestamp)
        if tz is not None:
            return tz.fromutc(cls(*_utc_fields(seconds), microseconds, tz))
        from time import localtime
        local = localtime(seconds)
        # The second of two equal times of day, if the clock was put back by then.
        fold = 0
        if seconds > 86_400:
            before = localtime(seconds - 86_400)
            back = before.tm_gmtoff - local.tm_gmtoff
            fold = int(back > 0 and localtime(seconds - back)[:6] == local[:6])
        return cls(*local[:6], microseconds, fold=fold)

    @classmethod
    def combine(cls, *args, **kwargs):
        """date, time -> datetime with same date and time fields"""
        day, clock, zone = bind('combine()', ('date', 'time', 'tzinfo'), 2, 3, args, kwargs)
        if not isinstance(day, date):
            raise TypeError(f'combine() argument 1 must be datetime.date, not {type_name(day)}')
        if not isinstance(clock, time):
            raise TypeError(f'combine() argument 2 must be datetime.time, not {type_name(clock)}')
        if zone is ABSENT:
            zone = clock.tzinfo
        return cls(day.year, day.month, day.day, *clock._clock(), zone, fold=clock.fold)

    @classmethod
    def fromisoformat(cls, text, /):
        """string -> datetime from a string in most ISO 8601 formats"""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            end = split(text)
            day, clock, offset = read_date(text[:end]), (), None
            if end < len(text):
                *clock, offset = read_time(text[end + 1:])
        except Unreadable:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        zone = None if offset is None else timezone(offset)
        return cls(*day, *clock, tzinfo=zone)

    @classmethod
    def strptime(cls, *args):
        """string, format -> new datetime parsed from a string (like time.strptime())."""
        if len(args) != 2:
            raise TypeError(f'strptime() takes exactly 2 arguments ({len(args)} given)')
        for place, value in enumerate(args, 1):
            if not isinstance(value, str):
                raise TypeError(f'strptime() argument {place} must be str, not {type_name(value)}')
        from _strptime import parse
        found = parse(*args)
        zone = None
        if found.offset is not None:
            offset = timedelta(seconds=found.offset, microseconds=found.offset_fraction)
            zone = timezone(offset, found.zone) if found.zone else timezone(offset)
        return cls(found.year, found.month, found.day, found.hour, found.minute, found.second, found.fraction, zone)

    # Parts and other forms.

    def _clock(self):
        return self._hour, self._minute, self._second, self._microsecond

    def date(self):
        """Return date object with same year, month and day."""
        return date(self._year, self._month, self._day)

    def time(self):
        """Return time object with same time but with tzinfo=None."""
        return time(*self._clock(), fold=self._fold)

    def timetz(self):
        """Return time object with same time and tzinfo."""
        return time(*self._clock(), self._tzinfo, fold=self._fold)

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        summer = self.dst()
        return self._struct(self._clock()[:3], -1 if summer is None else int(bool(summer)))

    def utctimetuple(self):
        """Return UTC time tuple, compatible with time.localtime()."""
        offset = self.utcoffset()
        utc = self - offset if offset else self
        return utc._struct(utc._clock()[:3], 0)

    def timestamp(self):
        """Return POSIX timestamp as float."""
        if self._tzinfo is not None:
            return (self - _EPOCH).total_seconds()
        return self._local_seconds() + self._microsecond / 1e6

    def _local_seconds(self):
        """Seconds since the epoch, the fields being the system's local time."""
        from time import localtime
        wanted = (self.toordinal() - _EPOCH_ORDINAL) * 86_400 + self._hour * 3600 + self._minute * 60 + self._second
        offsets = [localtime(wanted + away).tm_gmtoff for away in (-86_400, 86_400)]
        fitting = [u for o in offsets if (u := wanted - o) + localtime(u).tm_gmtoff == wanted]
        if fitting:
            return max(fitting) if self._fold else min(fitting)
        # There was no such time: the clock was put forward.
        return wanted - (min(offsets) if not self._fold else max(offsets))

    def isoformat(self, *args, **kwargs):
        """[sep] -> string in ISO 8601 format, YYYY-MM-DDT[HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].
sep is used to separate the year from the time, and defaults to 'T'.
The optional argument timespec specifies the number of additional terms
of the time to include. Valid options are 'auto', 'hours', 'minutes',
'seconds', 'milliseconds' and 'microseconds'.
"""
        sep, timespec = bind('isoformat()', ('sep', 'timespec'), 0, 2, args, kwargs)
        if sep is ABSENT:
            sep = 'T'
        elif not isinstance(sep, str) or len(sep) != 1:
            raise TypeError(f'isoformat() argument 1 must be a unicode character, not {type_name(sep)}')
        if timespec is ABSENT:
            timespec = 'auto'
        elif not isinstance(timespec, str):
            raise TypeError(f'isoformat() argument 2 must be str, not {type_name(timespec)}')
        clock = clock_text(*self._clock(), timespec)
        return f'{self._year:04}-{self._month:02}-{self._day:02}{sep}{clock}{offset_text(self.utcoffset())}'

    def __str__(self):
        return self.isoformat(' ')

    def __repr__(self):
        parts = [self._year, self._month, self._day, *clock_repr(*self._clock())]
        return f'{shown_class(self, datetime)}({", ".join(map(str, parts))}{zone_repr(self._tzinfo, self._fold)})'

    def _clock_text(self):
        return clock_text(*self._clock(), 'seconds')

    def _moment(self):
        return Moment((self._year, self._month, self._day), self._clock(), self.tzname, self.utcoffset)

    # Zones.

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return offset_of(self._tzinfo, 'utcoffset', self)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return name_of(self._tzinfo, self)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return offset_of(self._tzinfo, 'dst', self)

    def astimezone(self, *args, **kwargs):
        """tz -> convert to local time in new timezone tz
"""
        zone, = bind('astimezone()', ('tz',), 0, 1, args, kwargs)
        if zone is ABSENT or zone is None:
            zone = None
        else:
            check_zone(zone)
        if zone is not None and zone is self._tzinfo:
            return self
        own = self._tzinfo
        offset = None if own is None else self.utcoffset()
        if offset is None:
            # A naive time is the system's.
            own = _local_zone(self.replace(tzinfo=None)._local_seconds())
            offset = own.utcoffset(None)
        utc = self.replace(tzinfo=None) - offset
        if zone is None:
            zone = _local_zone((utc.toordinal() - _EPOCH_ORDINAL) * 86_400 + utc._seconds_of_day())
        return zone.fromutc(utc.replace(tzinfo=zone))

    def _seconds_of_day(self):
        return self._hour * 3600 + self._minute * 60 + self._second

    def replace(self, *args, **kwargs):
        """Return datetime with new specified fields."""
        given = bind('replace()', _PARAMETERS, 0, 8, args, kwargs)
        own = self._year, self._month, self._day, *self._clock(), self._tzinfo, self._fold
        *values, fold = (old if new is ABSENT else new for old, new in zip(own, given))
        return type(self)(*values, fold=fold)

    # Comparison and arithmetic.

    def _fields(self):
        return self._year, self._month, self._day, *self._clock()

    def _has_two_offsets(self, offset):
        """The offset depends on the fold: a time that is equal to none in other zones."""
        return offset != self.replace(fold=not self._fold).utcoffset()

    def _compared(self, other, test, equality=False):
        if not isinstance(other, datetime):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return test(self._fields(), other._fields())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if equality and (self._has_two_offsets(mine) or other._has_two_offsets(theirs)):
            return False
        if mine == theirs:
            return test(self._fields(), other._fields())
        if mine is None or theirs is None:
            if equality:
                return False
            raise differing('compare', 'datetimes')
        return test((self - other,), (timedelta(0),))

    def __eq__(self, other):
        return self._compared(other, tuple.__eq__, equality=True)

    def __lt__(self, other):
        return self._compared(other, tuple.__lt__)

    def __le__(self, other):
        return self._compared(other, tuple.__le__)

    def __gt__(self, other):
        return self._compared(other, tuple.__gt__)

    def __ge__(self, other):
        return self._compared(other, tuple.__ge__)

    def __hash__(self):
        offset = self.replace(fold=0).utcoffset() if self._fold else self.utcoffset()
        return hash(self._fields()) if offset is None else hash(self._since_beginning() - offset)

    def _since_beginning(self):
        return timedelta(self.toordinal(), self._seconds_of_day(), self._microsecond)

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        total = self._since_beginning() + other
        if not 1 <= total.days <= 3_652_059:
            raise OverflowError('date value out of range')
        minutes, second = divmod(total.seconds, 60)
        clock = *divmod(minutes, 60), second, total.microseconds
        return type(self)(*from_ordinal(total.days), *clock, self._tzinfo)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self + -other
        if not isinstance(other, datetime):
            return NotImplemented
        difference = self._since_beginning() - other._since_beginning()
        if self._tzinfo is other._tzinfo:
            return difference
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return difference
        if mine is None or theirs is None:
            raise differing('subtract', 'datetimes')
        return difference + theirs - mine

    def _state(self, protocol):
        # Where the fold doesn't exist yet, it isn't written.
        month = self._month | (self._fold << 7 if protocol > 3 else 0)
        state = bytes((*divmod(self._year, 256), month, self._day, self._hour, self._minute, self._second))
        state += self._microsecond.to_bytes(3)
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce_ex__(self, protocol, /):
        """__reduce_ex__(proto) -> (cls, state)"""
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return self.__reduce_ex__(2)


def _deprecated(method, instead):
    from warnings import warn
    warn(f'datetime.datetime.{method} is deprecated and scheduled for removal in a future version. Use timezone-aware '
         f'objects to represent datetimes in UTC: {instead}.', DeprecationWarning, stacklevel=3)


datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
datetime.resolution = timedelta(microseconds=1)
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
