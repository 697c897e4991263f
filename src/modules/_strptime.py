"""Reading times that are written as a format says: what time.strptime() and datetime.strptime() share."""

import re

from _datetime.days import DAY_NAMES, MONTH_NAMES, day_of_year, from_iso_calendar, from_ordinal, to_ordinal

_HOUR_OFFSET = r'[+-]\d\d:?[0-5]\d(:?[0-5]\d(\.\d{1,6})?)?'


def _names(letter, names):
    # The longest first: a name may begin another.
    return f'(?P<{letter}>{"|".join(sorted(map(re.escape, names), key=len, reverse=True))})'


_ZONES = {'utc': 0, 'gmt': 0}

_DIRECTIVES = {
    'd': r'(?P<d>3[0-1]|[1-2]\d|0[1-9]|[1-9]| [1-9])',
    'f': r'(?P<f>[0-9]{1,6})',
    'H': r'(?P<H>2[0-3]|[0-1]\d|\d)',
    'I': r'(?P<I>1[0-2]|0[1-9]|[1-9]| [1-9])',
    'G': r'(?P<G>\d\d\d\d)',
    'j': r'(?P<j>36[0-6]|3[0-5]\d|[1-2]\d\d|0[1-9]\d|00[1-9]|[1-9]\d|0[1-9]|[1-9])',
    'm': r'(?P<m>1[0-2]|0[1-9]|[1-9])',
    'M': r'(?P<M>[0-5]\d|\d)',
    'S': r'(?P<S>6[0-1]|[0-5]\d|\d)',
    'U': r'(?P<U>5[0-3]|[0-4]\d|\d)',
    'W': r'(?P<W>5[0-3]|[0-4]\d|\d)',
    'w': r'(?P<w>[0-6])',
    'u': r'(?P<u>[1-7])',
    'V': r'(?P<V>5[0-3]|0[1-9]|[1-4]\d|\d)',
    'y': r'(?P<y>\d\d)',
    'Y': r'(?P<Y>\d\d\d\d)',
    'z': rf'(?P<z>{_HOUR_OFFSET}|(?-i:Z))',
    'A': _names('A', DAY_NAMES),
    'a': _names('a', [name[:3] for name in DAY_NAMES]),
    'B': _names('B', MONTH_NAMES),
    'b': _names('b', [name[:3] for name in MONTH_NAMES]),
    'p': '(?P<p>am|pm)',
    'Z': _names('Z', _ZONES),
    '%': '%',
}
_COMPOUND = {'c': '%a %b %d %H:%M:%S %Y', 'x': '%m/%d/%y', 'X': '%H:%M:%S'}


def _pattern(form):
    """The regular expression of a format."""
    text = re.sub(r'([\\.^$*+?\(\){}\[\]|])', r'\\\1', form)
    text = re.sub(r'\s+', r'\\s+', text)
    parts = []
    while '%' in text:
        literal, _, text = text.partition('%')
        letter = text[:1]
        if not letter:
            raise ValueError(f'stray % in format \'{form}\'')
        if letter in _COMPOUND:
            parts += literal, _pattern(_COMPOUND[letter])
        elif letter in _DIRECTIVES:
            parts += literal, _DIRECTIVES[letter]
        else:
            letter = '%' if letter == '\\' else letter
            raise ValueError(f"'{letter}' is a bad directive in format '{form}'")
        text = text[1:]
    return ''.join(parts) + text


_cache = {}


def _compiled(form):
    found = _cache.get(form)
    if found is None:
        found = re.compile(_pattern(form), re.IGNORECASE)
        if len(_cache) > 5:
            _cache.clear()
        _cache[form] = found
    return found


def _warn_of_ambiguity(form):
    # A day of a month in no year may be February 29th, which the default year doesn't have.
    if '%d' in form.replace('%%', '') and not any(d in form for d in ('%Y', '%y', '%G', '%c', '%x')):
        from warnings import warn
        warn("Parsing dates involving a day of month without a year specified is ambiguious\n"
             "and fails to parse leap day. The default behavior will change in Python 3.15\n"
             "to either always raise an exception or to use a different default year (TBD).\n"
             "To avoid trouble, add a specific year to the input & format.\n"
             "See https://github.com/python/cpython/issues/70647.", DeprecationWarning, stacklevel=4)


class Parsed:
    """What a text says. `offset` is in seconds, or None."""

    def __init__(self, fields):
        self.fields = fields
        self.month = self.day = 1
        self.hour = self.minute = self.second = self.fraction = 0
        self.offset, self.offset_fraction, self.zone = None, 0, None
        self._read_clock()
        self._read_zone()
        self.weekday = self._read_weekday()
        self._read_day()

    def _number(self, letter):
        text = self.fields.get(letter)
        return None if text is None else int(text)

    def _read_clock(self):
        hour = self._number('H')
        if hour is None and (hour := self._number('I')) is not None:
            half = (self.fields.get('p') or '').lower()
            hour = hour % 12 + 12 if half == 'pm' else hour % 12 if half in ('am', '') and (half or hour != 12) else hour
        self.hour = hour or 0
        self.minute, self.second = self._number('M') or 0, self._number('S') or 0
        self.fraction = int((self.fields.get('f') or '0').ljust(6, '0'))

    def _read_zone(self):
        text = self.fields.get('z')
        if text is not None:
            self._read_offset(text)
        name = self.fields.get('Z')
        self.zone = name

    def _read_offset(self, text):
        if text == 'Z':
            self.offset = 0
            return
        if text[3] == ':':
            digits = text.replace(':', '', 1)
            if len(digits) > 5:
                if digits[5] != ':':
                    raise ValueError(f'Inconsistent use of : in {text}')
                digits = digits.replace(':', '', 1)
        else:
            digits = text
        digits, _, fraction = digits.partition('.')
        self.offset = int(digits[1:3]) * 3600 + int(digits[3:5]) * 60 + int(digits[5:7] or 0)
        self.offset_fraction = int(fraction.ljust(6, '0'))
        if text[0] == '-':
            self.offset, self.offset_fraction = -self.offset, -self.offset_fraction

    def _read_weekday(self):
        """0 for Monday, or None."""
        if name := self.fields.get('A') or self.fields.get('a'):
            return [day[:3].lower() for day in DAY_NAMES].index(name[:3].lower())
        if (number := self._number('w')) is not None:
            return (number - 1) % 7
        return None if (number := self._number('u')) is None else number - 1

    def _read_year(self):
        year = self._number('Y')
        if year is None and (year := self._number('y')) is not None:
            year += 2000 if year <= 68 else 1900
        return year

    def _read_day(self):
        year, iso_year, iso_week = self._read_year(), self._number('G'), self._number('V')
        ordinal_day = self._number('j')
        self._check_iso(year, iso_year, iso_week, ordinal_day)
        day, month = self._number('d'), self._number('m')
        if name := self.fields.get('B') or self.fields.get('b'):
            month = [m[:3].lower() for m in MONTH_NAMES].index(name[:3].lower()) + 1
        self.month, self.day = month or 1, day or 1
        self.year = 1900 if year is None else year
        if iso_year is not None and iso_week is not None:
            self._set_ordinal(from_iso_calendar(iso_year, iso_week, self.weekday + 1))
        elif ordinal_day is not None:
            self._set_ordinal(to_ordinal(self.year, 1, 1) + ordinal_day - 1)
        elif year is not None and self.weekday is not None:
            self._read_week(year)

    def _check_iso(self, year, iso_year, iso_week, ordinal_day):
        weekday = "a weekday directive ('%A', '%a', '%w', or '%u')."
        if iso_year is not None:
            if ordinal_day is not None:
                raise ValueError("Day of the year directive '%j' is not compatible with ISO year directive '%G'. "
                                 "Use '%Y' instead.")
            if iso_week is None or self.weekday is None:
                raise ValueError("ISO year directive '%G' must be used with the ISO week directive '%V' and "
                                 + weekday)
        elif iso_week is not None:
            if year is None or self.weekday is None:
                raise ValueError("ISO week directive '%V' must be used with the ISO year directive '%G' and " + weekday)
            raise ValueError("ISO week directive '%V' is incompatible with the year directive '%Y'. "
                             "Use the ISO year '%G' instead.")

    def _read_week(self, year):
        """A week of the year, which begins on Sunday or on Monday, and a weekday."""
        for letter, first in (('U', 6), ('W', 0)):
            if (week := self._number(letter)) is not None:
                new_year = to_ordinal(year, 1, 1)
                begins = (first - (new_year + 6)) % 7
                weekday = (self.weekday - first) % 7
                self._set_ordinal(new_year + begins + (week - 1) * 7 + weekday)

    def _set_ordinal(self, ordinal):
        self.year, self.month, self.day = from_ordinal(ordinal)

    def day_of_year(self):
        return day_of_year(self.year, self.month, self.day)


def parse(text, form):
    """What a text says; ValueError if it isn't as the format says."""
    pattern = _compiled(form)
    _warn_of_ambiguity(form)
    found = pattern.match(text)
    if found is None:
        raise ValueError(f'time data {text!r} does not match format {form!r}')
    if found.end() != len(text):
        raise ValueError(f'unconverted data remains: {text[found.end():]}')
    return Parsed(found.groupdict())


def _strptime_time(data_string, format='%a %b %d %H:%M:%S %Y'):
    """Return a time struct based on the input string and the
    format string."""
    from time import _month_lengths, struct_time
    for index, argument in enumerate((data_string, format)):
        if not isinstance(argument, str):
            raise TypeError(f'strptime() argument {index} must be str, not {type(argument)}')
    found = parse(data_string, format)
    if found.day > _month_lengths(found.year)[found.month - 1]:
        raise ValueError('day is out of range for month')
    weekday = (to_ordinal(found.year, found.month, found.day) + 6) % 7
    return struct_time((found.year, found.month, found.day, found.hour, found.minute, found.second, weekday,
                        found.day_of_year(), 0 if found.zone else -1, found.zone, found.offset))
