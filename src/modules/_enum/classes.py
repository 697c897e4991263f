"""Enum and the enumerations whose members are numbers or texts, too."""

__name__ = 'enum'

from operator import attrgetter

from _enum.members import add_name, add_value, derives, find, property, root
from _enum.metaclass import EnumType


@root
class Enum(metaclass=EnumType):
    """A set of names with values.

    >>> class Color(Enum):
    ...     RED = 1
    ...     BLUE = 2

    Its members are attributes, and are found by value and by name:

    >>> Color.RED
    <Color.RED: 1>
    >>> Color(1)
    <Color.RED: 1>
    >>> Color['RED']
    <Color.RED: 1>

    and the enumeration holds them in order:

    >>> len(Color)
    2
    >>> list(Color)
    [<Color.RED: 1>, <Color.BLUE: 2>]

    Members may have methods and attributes, as other objects.
    """

    def __new__(cls, value):
        # The members are there: this is a lookup.
        if type(value) is cls:
            return value
        known = find(cls, value)
        if known is None:
            if not cls._member_map_:
                raise TypeError(f'{cls!r} has no members defined')
            known = _ask_missing(cls, value)
        return known

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): one more than the highest so far, of which there are count; start for the first."""
        return _one_more(last_values) if last_values else start

    @classmethod
    def _missing_(cls, value):
        """The member for a value that none has, or None."""
        return None

    def _add_alias_(self, name):
        add_name(type(self), name, self)

    def _add_value_alias_(self, value):
        known = find(type(self), value)
        if known is None:
            add_value(type(self), value, self, self._name_)
        elif known is not self:
            raise ValueError(f'{value!r} is already bound: {known!r}')

    def __repr__(self):
        return f'<{type(self).__name__}.{self._name_}: {value_repr(self)}>'

    def __str__(self):
        return f'{type(self).__name__}.{self._name_}'

    def __format__(self, format_spec):
        return format(str(self), format_spec)

    def __dir__(self):
        """The public attributes, and some others."""
        cls = type(self)
        names = set() if cls._member_type_ is object else set(object.__dir__(self))
        found = [(name, None) for name in getattr(self, '__dict__', ())]
        for base in cls.mro():
            found.extend(vars(base).items())
        for name, obj in found:
            if name.startswith('_'):
                continue
            # A member hides other members, but not what can be read under its name.
            if name not in cls._member_map_ or isinstance(obj, property) and obj.fget is not None:
                names.add(name)
            elif isinstance(obj, property):
                names.discard(name)
        return sorted(names | {'__class__', '__doc__', '__eq__', '__hash__', '__module__'})

    # There is one of each member: its name tells it from others, and copies are the member itself.

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return type(self), (self._value_,)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self

    @classmethod
    def __signature__(cls):
        making = '(new_class_name, /, names, *, module=None, qualname=None, type=None, start=1, boundary=None)'
        return '(*values)' if cls._member_names_ else making

    # A member may be called name or value, too: then the class has the member and members have these.

    name = property(attrgetter('_name_'), doc='What the member is called in its class.')
    value = property(attrgetter('_value_'), doc='What the member stands for.')


def _one_more(values):
    """The number above the highest of the values."""
    problem = 'unable to sort non-numeric values'
    try:
        highest = sorted(values)[-1]
        problem = f'unable to increment {highest!r}'
        return highest + 1
    except TypeError:
        raise TypeError(problem) from None


def value_repr(member):
    """How the member's value shows in its repr."""
    return (type(member)._value_repr_ or repr)(member._value_)


def not_valid(cls, value):
    """The error that the class has no such value."""
    return ValueError(f'{value!r} is not a valid {cls.__qualname__}')


def _ask_missing(cls, value):
    """What _missing_ has for a value: a member, or an error saying what is wrong, with the lookup's as its context."""
    try:
        found = cls._missing_(value)
    except ValueError:
        raise
    except Exception as error:
        error.__context__ = not_valid(cls, value)
        raise
    if isinstance(found, cls):
        return found
    if derives(cls, 'Flag') and cls._boundary_ is EJECT and isinstance(found, int):
        return found
    if found is None:
        raise not_valid(cls, value)
    problem = f'error in {cls.__name__}._missing_: returned {found!r} instead of None or a valid member'
    try:
        raise not_valid(cls, value)
    except ValueError:
        raise TypeError(problem)


@root
class ReprEnum(Enum):
    """An enumeration mixed with a data type that only has its repr from Enum: str() and format() are the data's."""


class StrEnum(str, ReprEnum):
    """An enumeration whose members are strings."""

    def __new__(cls, *values):
        """A member for a text, or for what str() takes: bytes with an encoding and a way to treat errors."""
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        for what, option in zip(('encoding', 'errors'), values[1:]):
            if not isinstance(option, str):
                raise TypeError(f'{what} must be a string, not {option!r}')
        text = str(*values)
        new = str.__new__(cls, text)
        new._value_ = text
        return new

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        """The value of auto(): the name in lower case."""
        return name.lower()


class FlagBoundary(StrEnum):
    """What flags do with a value that has bits nobody named: refuse it - as Flag does -, drop these bits, let it be
    an int, or keep them as they are, as IntFlag does.
    """

    STRICT = 'strict'
    CONFORM = 'conform'
    EJECT = 'eject'
    KEEP = 'keep'


STRICT, CONFORM, EJECT, KEEP = FlagBoundary


class IntEnum(int, ReprEnum):
    """An enumeration whose members are ints."""
