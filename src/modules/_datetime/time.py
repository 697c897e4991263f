"""datetime.time"""

from _sealing import bare
from _datetime.arguments import ABSENT, Field, bind, shown_class, text_argument, type_name
from _datetime.date import pickled
from _datetime.days import checked_time
from _datetime.delta import timedelta
from _datetime.format import Moment
from _datetime.iso import Unreadable, read_time
from _datetime.zone import check_zone, name_of, offset_of, offset_text, timezone, tzinfo

_PARAMETERS = ('hour', 'minute', 'second', 'microsecond', 'tzinfo', 'fold')


def clock_text(hour, minute, second, microsecond, timespec):
    """A time of day as exactly as `timespec` says."""
    match timespec:
        case 'auto':
            timespec = 'microseconds' if microsecond else 'seconds'
            return clock_text(hour, minute, second, microsecond, timespec)
        case 'hours':
            return f'{hour:02}'
        case 'minutes':
            return f'{hour:02}:{minute:02}'
        case 'seconds':
            return f'{hour:02}:{minute:02}:{second:02}'
        case 'milliseconds':
            return f'{hour:02}:{minute:02}:{second:02}.{microsecond // 1000:03}'
        case 'microseconds':
            return f'{hour:02}:{minute:02}:{second:02}.{microsecond:06}'
    raise ValueError('Unknown timespec value')


def clock_repr(hour, minute, second, microsecond):
    """Hour and minute, and what is not zero behind them."""
    parts = [hour, minute]
    if second or microsecond:
        parts.append(second)
    if microsecond:
        parts.append(microsecond)
    return parts


def zone_repr(zone, fold):
    return ('' if zone is None else f', tzinfo={zone!r}') + (', fold=1' if fold else '')


def state_zone(args):
    """The zone beside the state of a pickle."""
    zone = args[1] if len(args) > 1 else None
    if zone is not None and not isinstance(zone, tzinfo):
        raise TypeError('bad tzinfo state arg')
    return zone


def differing(action, kind):
    return TypeError(f"can't {action} offset-naive and offset-aware {kind}")


class time:
    """time([hour[, minute[, second[, microsecond[, tzinfo]]]]]) --> a time object

All arguments are optional. tzinfo may be None, or an instance of
a tzinfo subclass. The remaining arguments may be ints.
"""

    __module__ = 'datetime'
    __slots__ = ('_hour', '_minute', '_second', '_microsecond', '_tzinfo', '_fold')

    def __new__(cls, *args, **kwargs):
        if not kwargs and (state := pickled('time', args, 6, (0, 0x7F, range(24)))):
            microsecond = int.from_bytes(state[3:])
            return cls._raw(state[0] & 0x7F, state[1], state[2], microsecond, state[0] >> 7, state_zone(args))
        given = bind('function', _PARAMETERS, 0, 5, args, kwargs)
        hour, minute, second, microsecond, zone, fold = (0 if v is ABSENT else v for v in given)
        if given[4] is ABSENT:
            zone = None
        clock = checked_time(hour, minute, second, microsecond, fold)
        check_zone(zone)
        return cls._raw(*clock, zone)

    @classmethod
    def _raw(cls, hour, minute, second, microsecond, fold, zone):
        self = bare(cls)
        self._hour, self._minute, self._second, self._microsecond = hour, minute, second, microsecond
        self._fold, self._tzinfo = fold, zone
        return self

    hour = Field()
    minute = Field()
    second = Field()
    microsecond = Field()
    tzinfo = Field()
    fold = Field()

    @classmethod
    def fromisoformat(cls, text, /):
        """string -> time from a string in ISO 8601 format"""
        if not isinstance(text, str):
            raise TypeError('fromisoformat: argument must be str')
        try:
            *clock, offset = read_time(text.removeprefix('T'))
        except Unreadable:
            raise ValueError(f'Invalid isoformat string: {text!r}') from None
        return cls(*clock, None if offset is None else timezone(offset))

    def _clock(self):
        return self._hour, self._minute, self._second, self._microsecond

    def isoformat(self, *args, **kwargs):
        """Return string in ISO 8601 format, [HH[:MM[:SS[.mmm[uuu]]]]][+HH:MM].

The optional argument timespec specifies the number of additional terms
of the time to include. Valid options are 'auto', 'hours', 'minutes',
'seconds', 'milliseconds' and 'microseconds'.
"""
        timespec, = bind('isoformat()', ('timespec',), 0, 1, args, kwargs)
        timespec = 'auto' if timespec is ABSENT else text_argument('isoformat()', timespec)
        return clock_text(*self._clock(), timespec) + offset_text(self.utcoffset())

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        parts = ', '.join(map(str, clock_repr(*self._clock())))
        return f'{shown_class(self, time)}({parts}{zone_repr(self._tzinfo, self._fold)})'

    def strftime(self, *args, **kwargs):
        """format -> strftime() style string."""
        template, = bind('strftime()', ('format',), 1, 1, args, kwargs)
        moment = Moment((1900, 1, 1), self._clock(), self.tzname, self.utcoffset)
        return moment.format(text_argument('strftime()', template))

    def __format__(self, template, /):
        """Formats self with strftime."""
        text_argument('__format__()', template)
        return self.strftime(template) if template else str(self)

    def utcoffset(self):
        """Return self.tzinfo.utcoffset(self)."""
        return offset_of(self._tzinfo, 'utcoffset', None)

    def tzname(self):
        """Return self.tzinfo.tzname(self)."""
        return name_of(self._tzinfo, None)

    def dst(self):
        """Return self.tzinfo.dst(self)."""
        return offset_of(self._tzinfo, 'dst', None)

    def replace(self, *args, **kwargs):
        """Return time with new specified fields."""
        given = bind('replace()', _PARAMETERS, 0, 5, args, kwargs)
        own = *self._clock(), self._tzinfo, self._fold
        *values, fold = (old if new is ABSENT else new for old, new in zip(own, given))
        return type(self)(*values, fold=fold)

    def __replace__(self, /, **changes):
        """The same as replace()."""
        return self.replace(**changes)

    def _since_midnight(self):
        return timedelta(0, self._hour * 3600 + self._minute * 60 + self._second, self._microsecond)

    def _compared(self, other, test, equality=False):
        if not isinstance(other, time):
            return NotImplemented
        if self._tzinfo is other._tzinfo:
            return test(self._clock(), other._clock())
        mine, theirs = self.utcoffset(), other.utcoffset()
        if mine == theirs:
            return test(self._clock(), other._clock())
        if mine is None or theirs is None:
            if equality:
                return False
            raise differing('compare', 'times')
        difference = (self._since_midnight() - mine) - (other._since_midnight() - theirs)
        return test((difference,), (timedelta(0),))

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
        return hash(self._clock()) if offset is None else hash(self._since_midnight() - offset)

    def _state(self, protocol):
        # Where the fold doesn't exist yet, it isn't written.
        first = self._hour | (self._fold << 7 if protocol > 3 else 0)
        state = bytes((first, self._minute, self._second)) + self._microsecond.to_bytes(3)
        return (state,) if self._tzinfo is None else (state, self._tzinfo)

    def __reduce_ex__(self, protocol, /):
        """__reduce_ex__(proto) -> (cls, state)"""
        return self.__class__, self._state(protocol)

    def __reduce__(self):
        """__reduce__() -> (cls, state)"""
        return self.__reduce_ex__(2)


time.min = time(0, 0, 0)
time.max = time(23, 59, 59, 999999)
time.resolution = timedelta(microseconds=1)
