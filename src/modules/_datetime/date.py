"""datetime.date"""

import _datetime
from _sealing import bare
from _datetime.arguments import ABSENT, Field, bind, shown_class, text_argument
from _datetime.days import (DAY_NAMES, MAX_ORDINAL, MONTH_NAMES, as_int, checked_date, day_of_year, from_iso_calendar,
                            from_ordinal, iso_calendar, to_ordinal)
from _datetime.delta import timedelta
from _datetime.format import Moment
from _datetime.iso import Unreadable, read_date


class IsoCalendarDate(tuple):
    """The result of isocalendar()."""

    __module__ = 'datetime'
    __slots__ = ()

    @property
    def year(self):
        return self[0]

    @property
    def week(self):
        return self[1]

    @property
    def weekday(self):
        return self[2]

    def __reduce__(self):
        # It pickles as what it is besides its names.
        return tuple, (tuple(self),)

    def __repr__(self):
        return 'datetime.IsoCalendarDate(year=%d, week=%d, weekday=%d)' % self


def pickled(kind, args, length, sane):
    """The state of a pickle, if that is what the class called `kind` is called with.

    Its byte at some place has to be a sane month or hour: `sane` is that place, the
    bits of the byte that count, and the values they may have.
    """
    if not args or not isinstance(args[0], (bytes, str)) or len(args[0]) != length or len(args) > 2:
        return None
    state = args[0]
    place, bits, values = sane
    told = ord(state[place]) if isinstance(state, str) else state[place]
    if told & bits not in values:
        return None
    if isinstance(state, str):
        # Python 2 pickled a str, which is read as Latin-1.
        if max(state) > '\xff':
            raise ValueError(
                f'Failed to encode latin1 string when unpickling a {kind} object. '
                "pickle.load(data, encoding='latin1') is assumed."
            )
        return state.encode('latin-1')
    return state


class date:
    """date(year, month, day) --> date object"""

    __module__ = 'datetime'
    __slots__ = ('_year', '_month', '_day')

    def __new__(cls, *args, **kwargs):
        if not kwargs and len(args) == 1 and (state := pickled('date', args, 4, (2, -1, range(1, 13)))):
            return cls._raw(int.from_bytes(state[:2]), state[2], state[3])
        return cls._raw(*checked_date(*bind('function', ('year', 'month', 'day'), 3, 3, args, kwargs)))

    @classmethod
    def _raw(cls, year, month, day):
        self = bare(cls)
        self._year, self._month, self._day = year, month, day
        return self

    year = Field()
    month = Field()
    day = Field()

    @classmethod
    def today(cls):
        """Current date or datetime:  same as self.__class__.fromtimestamp(time.time())."""
        from time import time
        return cls.fromtimestamp(time())

    @classmethod
    def fromtimestamp(cls, timestamp, /):
        """Create a date from a POSIX timestamp.

The timestamp is a number, e.g. created via time.time(), that is interpreted
as local time."""
        from time import localtime
        return cls(*localtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, ordinal, /):
        """int -> date corresponding to a proleptic Gregorian ordinal."""
        ordinal = as_int(ordinal)
        if ordinal < 1:
            raise ValueError('ordinal must be >= 1')
        return cls(*from_ordinal(ordinal))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        """int, int, int -> Construct a date from the ISO year, week number and weekday.

This is the inverse of the date.isocalendar() function"""
        return cls(*from_ordinal(from_iso_calendar(as_int(year), as_int(week), as_int(day))))

    @classmethod
    def fromisoformat(cls, text, /):
        """str -> Construct a date from a string in ISO 8601 format."""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            parts = read_date(text)
        except Unreadable:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(*parts)

    def toordinal(self):
        """Return proleptic Gregorian ordinal.  January 1 of year 1 is day 1."""
        return to_ordinal(self._year, self._month, self._day)

    def weekday(self):
        """Return the day of the week represented by the date.
Monday == 0 ... Sunday == 6"""
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        """Return the day of the week represented by the date.
Monday == 1 ... Sunday == 7"""
        return self.weekday() + 1

    def isocalendar(self):
        """Return a named tuple containing ISO year, week number, and weekday."""
        return IsoCalendarDate(iso_calendar(self._year, self._month, self._day))

    def isoformat(self):
        """Return string in ISO 8601 format, YYYY-MM-DD."""
        return f'{self._year:04}-{self._month:02}-{self._day:02}'

    def ctime(self):
        """Return ctime() style string."""
        day, month = DAY_NAMES[self.weekday()][:3], MONTH_NAMES[self._month - 1][:3]
        return f'{day} {month} {self._day:2} {self._clock_text()} {self._year:04}'

    def _clock_text(self):
        return '00:00:00'

    def timetuple(self):
        """Return time tuple, compatible with time.localtime()."""
        return self._struct((0, 0, 0), -1)

    def _struct(self, clock, summer):
        from time import struct_time
        day = self._year, self._month, self._day
        return struct_time((*day, *clock, self.weekday(), day_of_year(*day), summer))

    def strftime(self, *args, **kwargs):
        """format -> strftime() style string."""
        template, = bind('strftime()', ('format',), 1, 1, args, kwargs)
        return self._moment().format(text_argument('strftime()', template))

    def _moment(self):
        return Moment((self._year, self._month, self._day), (0, 0, 0, 0), str, lambda: None)

    def __format__(self, template, /):
        """Formats self with strftime."""
        text_argument('__format__()', template)
        return self.strftime(template) if template else str(self)

    def replace(self, *args, **kwargs):
        """Return date with new specified fields."""
        given = bind('replace()', ('year', 'month', 'day'), 0, 3, args, kwargs)
        own = self._year, self._month, self._day
        return type(self)(*(old if new is ABSENT else new for old, new in zip(own, given)))

    def __replace__(self, /, **changes):
        """The same as replace()."""
        return self.replace(**changes)

    def __repr__(self):
        return f'{shown_class(self, date)}({self._year}, {self._month}, {self._day})'

    def __str__(self):
        return self.isoformat()

    def _fields(self):
        return self._year, self._month, self._day

    def _compared(self, other, test):
        # A datetime is a date, but not of a kind that can be compared with one.
        if not isinstance(other, date) or isinstance(other, _datetime.datetime):
            return NotImplemented
        return test(self._fields(), other._fields())

    def __eq__(self, other):
        return self._compared(other, tuple.__eq__)

    def __lt__(self, other):
        return self._compared(other, tuple.__lt__)

    def __le__(self, other):
        return self._compared(other, tuple.__le__)

    def __gt__(self, other):
        return self._compared(other, tuple.__gt__)

    def __ge__(self, other):
        return self._compared(other, tuple.__ge__)

    def __hash__(self):
        return hash(self._fields())

    def _after(self, days):
        ordinal = self.toordinal() + days
        if not 1 <= ordinal <= MAX_ORDINAL:
            raise OverflowError('date value out of range')
        return type(self)(*from_ordinal(ordinal))

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return self._after(other.days)

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._after(-other.days)
        if isinstance(other, date) and not isinstance(other, _datetime.datetime):
            return timedelta(self.toordinal() - other.toordinal())
        return NotImplemented

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return self.__class__, (bytes((*divmod(self._year, 256), self._month, self._day)),)


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
date.resolution = timedelta(1)
