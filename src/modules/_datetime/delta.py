"""datetime.timedelta"""

from math import modf

from _sealing import bare
from _datetime.arguments import ABSENT, Field, bind, shown_class, type_name

_SECOND = 1_000_000
_DAY = 86_400 * _SECOND
_UNITS = {
    'microseconds': 1, 'milliseconds': 1000, 'seconds': _SECOND, 'minutes': 60 * _SECOND, 'hours': 3600 * _SECOND,
    'days': _DAY, 'weeks': 7 * _DAY,
}
_PARAMETERS = ('days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks')


def divide_nearest(a, b):
    """a / b as the nearest int, the even one of two."""
    quotient, rest = divmod(a, b)
    rest *= 2
    beyond = rest > b if b > 0 else rest < b
    return quotient + 1 if beyond or (rest == b and quotient % 2) else quotient


def _total(parts):
    """Microseconds in all; fractions of one are added up and rounded to the nearest, the even one of two."""
    total, fraction = 0, 0.0
    for unit, factor in _UNITS.items():
        value = parts[unit]
        if isinstance(value, int):
            total += value * factor
        elif isinstance(value, float):
            rest, whole = modf(value)
            total += int(whole) * factor
            if rest:
                rest, whole = modf(rest * factor)
                total += int(whole)
                fraction += rest
        else:
            raise TypeError(f'unsupported type for timedelta {unit} component: {type_name(value)}')
    if fraction:
        nearest = round(fraction)
        if abs(nearest - fraction) == 0.5:
            odd = total & 1
            nearest = 2 * round((fraction + odd) * 0.5) - odd
        total += nearest
    return total


# The timedelta of nothing, once it is made.
_zero = None


class timedelta:
    """Difference between two datetime values.

timedelta(days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0)

All arguments are optional and default to 0.
Arguments may be integers or floats, and may be positive or negative."""

    __module__ = 'datetime'
    __slots__ = ('_days', '_seconds', '_microseconds')

    def __new__(cls, *args, **kwargs):
        values = bind('__new__()', _PARAMETERS, 0, 7, args, kwargs)
        parts = {name: 0 if value is ABSENT else value for name, value in zip(_PARAMETERS, values)}
        return cls._of(_total(parts))

    @classmethod
    def _of(cls, microseconds):
        """So many microseconds; none at all is always the same object."""
        if not microseconds and cls is timedelta and _zero is not None:
            return _zero
        days, rest = divmod(microseconds, _DAY)
        if not -999_999_999 <= days <= 999_999_999:
            if not -0x80000000 <= days <= 0x7fffffff:
                raise OverflowError('Python int too large to convert to C int')
            raise OverflowError(f'days={days}; must have magnitude <= 999999999')
        self = bare(cls)
        self._days = days
        self._seconds, self._microseconds = divmod(rest, _SECOND)
        return self

    days = Field()
    seconds = Field()
    microseconds = Field()

    def _total(self):
        return self._days * _DAY + self._seconds * _SECOND + self._microseconds

    def total_seconds(self):
        """Total seconds in the duration."""
        return self._total() / _SECOND

    def __repr__(self):
        parts = [f'{name}={value}' for name in ('days', 'seconds', 'microseconds') if (value := getattr(self, name))]
        return f'{shown_class(self, timedelta)}({", ".join(parts) or 0})'

    def __str__(self):
        minutes, seconds = divmod(self._seconds, 60)
        hours, minutes = divmod(minutes, 60)
        text = f'{hours}:{minutes:02}:{seconds:02}'
        if self._microseconds:
            text += f'.{self._microseconds:06}'
        if self._days:
            text = f'{self._days} day{"s" if abs(self._days) != 1 else ""}, {text}'
        return text

    def __bool__(self):
        return bool(self._days or self._seconds or self._microseconds)

    def __hash__(self):
        return hash((self._days, self._seconds, self._microseconds))

    def _compared(self, other, test):
        if not isinstance(other, timedelta):
            return NotImplemented
        return test(self._total(), other._total())

    def __eq__(self, other):
        return self._compared(other, int.__eq__)

    def __lt__(self, other):
        return self._compared(other, int.__lt__)

    def __le__(self, other):
        return self._compared(other, int.__le__)

    def __gt__(self, other):
        return self._compared(other, int.__gt__)

    def __ge__(self, other):
        return self._compared(other, int.__ge__)

    # Arithmetic answers timedeltas, also for subclasses.

    def __add__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._total() + other._total())

    __radd__ = __add__

    def __sub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._total() - other._total())

    def __rsub__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(other._total() - self._total())

    def __neg__(self):
        return timedelta._of(-self._total())

    def __pos__(self):
        return timedelta._of(self._total())

    def __abs__(self):
        return timedelta._of(abs(self._total()))

    def __mul__(self, other):
        if isinstance(other, int):
            return timedelta._of(self._total() * other)
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total() * a, b))
        return NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._total() / other._total()
        if isinstance(other, int):
            return timedelta._of(divide_nearest(self._total(), other))
        if isinstance(other, float):
            a, b = other.as_integer_ratio()
            return timedelta._of(divide_nearest(self._total() * b, a))
        return NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._total() // other._total()
        if isinstance(other, int):
            return timedelta._of(self._total() // other)
        return NotImplemented

    def __mod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        return timedelta._of(self._total() % other._total())

    def __divmod__(self, other):
        if not isinstance(other, timedelta):
            return NotImplemented
        quotient, rest = divmod(self._total(), other._total())
        return quotient, timedelta._of(rest)

    def __reduce__(self):
        return self.__class__, (self._days, self._seconds, self._microseconds)


timedelta.min = timedelta(-999_999_999)
timedelta.max = timedelta(999_999_999, 86_399, 999_999)
timedelta.resolution = timedelta(microseconds=1)
_zero = timedelta()
