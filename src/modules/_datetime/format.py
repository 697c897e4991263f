"""strftime, as the C library does it in the C locale."""

import re

from _datetime.days import DAY_NAMES, MONTH_NAMES, day_of_year, iso_calendar, to_ordinal
from _datetime.zone import offset_text

# Directives that stand for others.
_COMPOUND = {
    'c': '%a %b %e %H:%M:%S %Y', 'D': '%m/%d/%y', 'F': '%Y-%m-%d', 'h': '%b', 'r': '%I:%M:%S %p', 'R': '%H:%M',
    'T': '%H:%M:%S', 'x': '%m/%d/%y', 'X': '%H:%M:%S',
}
# A directive: flags, width, modifier, letter.
_directive = re.compile(r'%(:z|([-_0^#]*)(\d*)([EO]?)([a-zA-Z%]))')


class Moment:
    """What directives are about. `zone()` and `offset()` are asked when they are needed."""

    def __init__(self, day, clock, zone, offset):
        self.year, self.month, self.day = day
        self.hour, self.minute, self.second, self.microsecond = clock
        self.zone, self.offset = zone, offset

    def format(self, template):
        return _directive.sub(self._directive, template)

    def _directive(self, found):
        whole, flags, width, modifier, letter = found.groups()
        if whole == ':z':
            return offset_text(self.offset())
        if letter in 'fzZ%' and not flags and not width:
            return self._own(letter)
        if letter in _COMPOUND:
            return self._padded(self.format(_COMPOUND[letter]), flags, width, ' ')
        if letter in 'nt':
            return '\n' if letter == 'n' else '\t'
        if (text := self._name(letter)) is not None:
            if '#' in flags:
                text = text.lower() if letter in 'p' else text.upper()
            return self._padded(text, flags, width, ' ')
        if (number := self._number(letter)) is not None:
            value, digits, fill = number
            return self._padded_number(value, digits, fill, flags, width)
        return found.group()

    def _own(self, letter):
        match letter:
            case 'f':
                return f'{self.microsecond:06}'
            case 'z':
                return offset_text(self.offset(), '')
            case 'Z':
                return self.zone() or ''
        return '%'

    def _name(self, letter):
        match letter:
            case 'a':
                return DAY_NAMES[self._weekday()][:3]
            case 'A':
                return DAY_NAMES[self._weekday()]
            case 'b':
                return MONTH_NAMES[self.month - 1][:3]
            case 'B':
                return MONTH_NAMES[self.month - 1]
            case 'p':
                return 'AM' if self.hour < 12 else 'PM'
            case 'P':
                return 'am' if self.hour < 12 else 'pm'
            case 'Z' | 'z' | '%':
                return self._own(letter)
        return None

    def _weekday(self):
        return (to_ordinal(self.year, self.month, self.day) + 6) % 7

    def _day_of_year(self):
        return day_of_year(self.year, self.month, self.day)

    def _number(self, letter):
        """A number, its digits, and what fills them."""
        match letter:
            case 'C':
                return self.year // 100, 2, '0'
            case 'd':
                return self.day, 2, '0'
            case 'e':
                return self.day, 2, ' '
            case 'f':
                return self.microsecond, 6, '0'
            case 'g' | 'G' | 'V':
                year, week, _ = iso_calendar(self.year, self.month, self.day)
                return {'g': (year % 100, 2, '0'), 'G': (year, 1, '0'), 'V': (week, 2, '0')}[letter]
            case 'H':
                return self.hour, 2, '0'
            case 'I':
                return (self.hour + 11) % 12 + 1, 2, '0'
            case 'j':
                return self._day_of_year(), 3, '0'
            case 'k':
                return self.hour, 2, ' '
            case 'l':
                return (self.hour + 11) % 12 + 1, 2, ' '
            case 'm':
                return self.month, 2, '0'
            case 'M':
                return self.minute, 2, '0'
            case 's':
                return self._epoch(), 1, '0'
            case 'S':
                return self.second, 2, '0'
            case 'u':
                return self._weekday() + 1, 1, '0'
            case 'U':
                return (self._day_of_year() + 6 - (self._weekday() + 1) % 7) // 7, 2, '0'
            case 'w':
                return (self._weekday() + 1) % 7, 1, '0'
            case 'W':
                return (self._day_of_year() + 6 - self._weekday()) // 7, 2, '0'
            case 'y':
                return self.year % 100, 2, '0'
            case 'Y':
                return self.year, 1, '0'
        return None

    def _epoch(self):
        from time import mktime
        parts = self.year, self.month, self.day, self.hour, self.minute, self.second
        return int(mktime((*parts, self._weekday(), self._day_of_year(), -1)))

    def _padded(self, text, flags, width, fill):
        if '^' in flags:
            text = text.upper()
        return text.rjust(int(width or 0), '0' if '0' in flags else fill)

    def _padded_number(self, value, digits, fill, flags, width):
        if '-' in flags:
            return str(value).rjust(int(width or 0))
        if '_' in flags:
            fill = ' '
        elif '0' in flags:
            fill = '0'
        return str(value).rjust(int(width or digits), fill)
