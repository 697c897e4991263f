"""Days of the proleptic Gregorian calendar, counted from 0001-01-01, which is day 1."""

from operator import index

MINYEAR = 1
MAXYEAR = 9999
MAX_ORDINAL = 3_652_059

_DAYS_BEFORE_MONTH = (0, 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334)
_DAYS_IN_MONTH = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

DAY_NAMES = ('Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday')
MONTH_NAMES = ('January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October',
               'November', 'December')


def is_leap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year, month):
    return 29 if month == 2 and is_leap(year) else _DAYS_IN_MONTH[month]


def day_of_year(year, month, day):
    return _DAYS_BEFORE_MONTH[month] + (month > 2 and is_leap(year)) + day


def days_before_year(year):
    y = year - 1
    return y * 365 + y // 4 - y // 100 + y // 400


def to_ordinal(year, month, day):
    return days_before_year(year) + day_of_year(year, month, day)


def from_ordinal(ordinal):
    """Year, month and day. Cycles of 400, 100, 4 and 1 years are taken off in turn."""
    cycles, n = divmod(ordinal - 1, 146_097)
    centuries, n = divmod(n, 36_524)
    fours, n = divmod(n, 1461)
    years, n = divmod(n, 365)
    year = cycles * 400 + centuries * 100 + fours * 4 + years + 1
    if centuries == 4 or years == 4:
        # The last day of a cycle belongs to its last year.
        return year - 1, 12, 31
    month = 12
    while (before := day_of_year(year, month, 0)) > n:
        month -= 1
    return year, month, n - before + 1


def iso_first_monday(year):
    """The ordinal of the Monday that begins week 1: the week with January 4th."""
    fourth = to_ordinal(year, 1, 4)
    return fourth - (fourth + 6) % 7


def iso_calendar(year, month, day):
    """ISO year, week and weekday."""
    ordinal = to_ordinal(year, month, day)
    if ordinal < iso_first_monday(year):
        year -= 1
    elif ordinal >= iso_first_monday(year + 1):
        year += 1
    week, weekday = divmod(ordinal - iso_first_monday(year), 7)
    return year, week + 1, weekday + 1


def from_iso_calendar(year, week, day):
    """The ordinal of an ISO year, week and weekday; ValueError if there is no such day."""
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'Year is out of range: {year}')
    if not 0 < week < 53 and not (week == 53 and iso_first_monday(year + 1) - iso_first_monday(year) == 53 * 7):
        raise ValueError(f'Invalid week: {week}')
    if not 0 < day < 8:
        raise ValueError(f'Invalid day: {day} (range is [1, 7])')
    return iso_first_monday(year) + (week - 1) * 7 + day - 1


def as_int(value):
    """An int that a C int holds, as CPython's argument parser wants it."""
    n = index(value)
    if -0x80000000 <= n <= 0x7fffffff:
        return n
    if not -2 ** 63 <= n < 2 ** 63:
        raise OverflowError('Python int too large to convert to C long')
    raise OverflowError(f'signed integer is {"greater than maximum" if n > 0 else "less than minimum"}')


def checked_date(year, month, day):
    year, month, day = as_int(year), as_int(month), as_int(day)
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f'year {year} is out of range')
    if not 1 <= month <= 12:
        raise ValueError('month must be in 1..12')
    if not 1 <= day <= days_in_month(year, month):
        raise ValueError('day is out of range for month')
    return year, month, day


def checked_time(hour, minute, second, microsecond, fold):
    hour, minute, second, microsecond = as_int(hour), as_int(minute), as_int(second), as_int(microsecond)
    if not 0 <= hour <= 23:
        raise ValueError('hour must be in 0..23')
    if not 0 <= minute <= 59:
        raise ValueError('minute must be in 0..59')
    if not 0 <= second <= 59:
        raise ValueError('second must be in 0..59')
    if not 0 <= microsecond <= 999999:
        raise ValueError('microsecond must be in 0..999999')
    fold = as_int(fold)
    if fold not in (0, 1):
        raise ValueError('fold must be either 0 or 1')
    return hour, minute, second, microsecond, fold
