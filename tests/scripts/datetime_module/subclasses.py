# Subclasses: what they make is of their own class.
import pickle
from datetime import date, datetime, time, timedelta, timezone


class Day(date):
    def next(self):
        return self + timedelta(1)


class Moment(datetime):
    def __new__(cls, *args, note='none', **kwargs):
        self = super().__new__(cls, *args, **kwargs)
        self.note = note
        return self


class Span(timedelta):
    pass


class Clock(time):
    pass


d = Day(2024, 1, 1)
print(repr(d), d.next(), type(d.next()).__name__, type(d.replace(day=2)).__name__, type(Day.fromordinal(5)).__name__, type(Day.fromisoformat('2024-01-01')).__name__, d == date(2024, 1, 1), type(d - d).__name__)
m = Moment(2024, 1, 1, note='here')
print(repr(m), m.note, type(m + timedelta(1)).__name__, type(m.replace(day=2)).__name__, type(Moment.strptime('2024', '%Y')).__name__, type(Moment.combine(d, time())).__name__, type(m.date()).__name__, type(Moment.fromtimestamp(0, timezone.utc)).__name__)
s = Span(days=1)
print(repr(s), type(s + s).__name__, type(-s).__name__, type(s * 2).__name__, s == timedelta(1), repr(Clock(5)), type(Clock(5).replace(hour=1)).__name__)
for value in [d, s, Clock(1, 2)]:
    back = pickle.loads(pickle.dumps(value))
    print(type(back).__name__, back == value)
d.extra = 5
print(d.extra, hash(d) == hash(date(2024, 1, 1)), vars(m))
try:
    date(2024, 1, 1).extra = 1
except AttributeError as e:
    print(e)
