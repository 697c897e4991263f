"""The classes whose instances stand in the random graphs: every way to say how an object is pickled."""

import collections
import copyreg
import dataclasses
import enum
import typing


class Plain:
    """Instances have attributes, and nothing to say about pickling."""

    def method(self):
        """What bound methods in graphs are bound to."""

    @classmethod
    def from_class(cls):
        """Bound to the class."""

    @staticmethod
    def static():
        """Found by its qualified name."""

    class Inner:
        """Found by its qualified name."""

        class Innermost:
            """Two dots deep."""


def function(*arguments, **keywords):
    """A function, pickled by reference. It answers with what it was called with."""
    return arguments, keywords


class Étoile:
    """A name beyond ASCII."""


# Slots.


class Slots:
    __slots__ = ("x", "y", "__private")


class MoreSlots(Slots):
    __slots__ = ("z",)


class SlotsAndDict(Slots):
    __slots__ = ("z", "__dict__")


class DictOverSlots(Slots):
    pass


# State.


class Getstate:
    """Its state is what it was given, true or false."""

    state = None

    def __getstate__(self):
        return self.state


class Setstate(Getstate):
    def __setstate__(self, state):
        self.state = state


class SlotState(Slots):
    """Hands out its state the way the default does, from `__dict__` and slots."""

    def __getstate__(self):
        return {"a": 1}, {"x": getattr(self, "x", None)}


class NoState:
    def __getstate__(self):
        return None


# What `__new__` is given.


class Newargs:
    def __new__(cls, *arguments):
        self = super().__new__(cls)
        self.arguments = arguments
        return self

    def __getnewargs__(self):
        return self.arguments


class NewargsEx:
    def __new__(cls, *arguments, new_key=None):
        self = super().__new__(cls)
        self.arguments, self.value = arguments, new_key
        return self

    def __getnewargs_ex__(self):
        return self.arguments, {"new_key": self.value}

    def __getstate__(self):
        return None


class Initargs:
    """`__getinitargs__` belongs to classes that are no more: it is ignored."""

    def __getinitargs__(self):
        return 1, 2


# Reductions.


class Reduced:
    """Its reduction is whatever was put together for it."""

    reduction = (function, ())

    def __reduce__(self):
        return self.reduction


class ReducedEx(Reduced):
    def __reduce_ex__(self, protocol):
        return self.reduction


class ByName:
    """One object, known by a global name."""

    def __reduce__(self):
        return "SINGLE"


SINGLE = ByName()


class Rebuilt:
    """What reductions make: it takes anything a pickle can do to an object."""

    def __init__(self, *arguments, **keywords):
        self.made_with = arguments, keywords

    def append(self, item):
        self.__dict__.setdefault("items", []).append(item)

    def __setitem__(self, key, value):
        self.__dict__.setdefault("pairs", []).append((key, value))


def set_state(instance, state):
    """A state setter: the sixth part of a reduction."""
    instance.was_set = state


def __newobj__(cls, *arguments):
    """The name is all that a pickler looks at."""
    return cls.__new__(cls, *arguments)


def __newobj_ex__(cls, arguments, keywords):
    """The same, with keywords."""
    return cls.__new__(cls, *arguments, **keywords)


class Registered:
    """Its reduction is in `copyreg.dispatch_table`."""


def reduce_registered(instance):
    return Registered, (), vars(instance) or None


copyreg.pickle(Registered, reduce_registered)


class Private:
    """Only a pickler with a dispatch table of its own reduces it specially."""


class Extended:
    """In the extension registry, with a one-byte code."""


class ExtendedFurther:
    """In the extension registry, with a two-byte code."""


copyreg.add_extension(__name__, "Extended", 200)
copyreg.add_extension(__name__, "ExtendedFurther", 40000)


class Persistent:
    """Picklers with a `persistent_id` know its instances by a number."""

    def __init__(self, number=0):
        self.number = number


class Overridden:
    """Picklers with a `reducer_override` reduce it specially."""


class Meta(type):
    """Classes that are instances of something other than `type`."""


class OfMeta(metaclass=Meta):
    pass


# What the library makes classes with.

Point = collections.namedtuple("Point", "x y", defaults=[None])


class Named(typing.NamedTuple):
    first: object
    second: object = 2


class NamedFurther(Point):
    """A subclass with a `__dict__`."""


@dataclasses.dataclass
class Record:
    name: object
    value: object = None


@dataclasses.dataclass(slots=True)
class SlottedRecord:
    name: object
    value: object = None


@dataclasses.dataclass(frozen=True, slots=True)
class FrozenRecord:
    name: object
    value: object = None


class Color(enum.Enum):
    RED = 1
    GREEN = "green"
    CRIMSON = 1


class Number(enum.IntEnum):
    ONE = 1
    MANY = 1000


class Word(enum.StrEnum):
    YES = "yes"
    NO = enum.auto()


class Permission(enum.Flag):
    READ = enum.auto()
    WRITE = enum.auto()
    ALL = READ | WRITE


class Bits(enum.IntFlag):
    LOW = 1
    HIGH = 128


MEMBERS = [*Color, *Number, *Word, *Permission, Permission(0), Permission.ALL, *Bits, Bits(129), Bits(2)]

T = typing.TypeVar("T")


class Generic(typing.Generic[T]):
    pass


# Subclasses of the built-in classes, each with the ways to add state.

BASES = [list, dict, tuple, int, float, str, bytes, bytearray, set, frozenset, complex, Exception, KeyError]
BASES += [OSError, collections.OrderedDict, collections.deque, collections.defaultdict, collections.Counter]


def state_of(self):
    return [dict(vars(self))]


def take_state(self, state):
    # Not `vars(self).update(...)`: which string becomes the key of an attribute then depends, in CPython, on the
    # instances of the class that there were before.
    for name, value in state[0].items():
        setattr(self, name, value)


def reduce_with_state(self):
    return type(self), (), dict(vars(self)) or None


def reduce_for_protocol(self, protocol):
    return type(self), (), {"protocol": protocol}


ADDITIONS = {
    "": {},
    "Getstate": {"__getstate__": state_of, "__setstate__": take_state},
    "Reduce": {"__reduce__": reduce_with_state},
    "ReduceEx": {"__reduce_ex__": reduce_for_protocol},
    "Iterates": {"__iter__": lambda self: iter(())},
}

SUBCLASSES = []
for base in BASES:
    for addition, members in ADDITIONS.items():
        name = base.__name__.capitalize() + addition
        globals()[name] = type(name, (base,), {**members, "__module__": __name__})
        SUBCLASSES.append(globals()[name])

# By reference: classes and functions of every kind of owner.
GLOBALS = [
    Plain, Plain.Inner, Plain.Inner.Innermost, Plain.method, Plain.static, Plain.from_class, Slots, function,
    OfMeta, Meta, Point, Color, Extended, ExtendedFurther, SINGLE, T, Generic, Generic[int], Generic[T],
    type, object, int, str, list, dict, set, frozenset, bytes, range, slice, complex, memoryview, property,
    len, print, abs, getattr, isinstance, sorted, min, sum, open, ValueError, OSError, KeyError, ExceptionGroup,
    str.upper, list.append, dict.fromkeys, int.from_bytes, object.__repr__, int.__add__, str.maketrans,
    type(None), type(...), type(NotImplemented), ..., NotImplemented,
    collections.OrderedDict, collections.deque, collections.defaultdict, collections.Counter,
    dataclasses.field, enum.Enum,
]  # fmt: skip
