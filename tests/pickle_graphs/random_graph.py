"""Random object graphs: what a seed stands for, the same in every Python whose `random` is CPython's."""

import functools
import pickle
import random
import sys
from collections import Counter, OrderedDict, defaultdict, deque

import graph_classes
import library_objects

# Text that pickles treat specially: line ends, escapes, each width, lone surrogates, lengths around 255.
TEXTS = ["", "a", "\xe9", "spam", "two words", "\n", "a\\u0041\r\x00\x1a", "\u20ac", "\U0001f40d", "\ud800", "x" * 255, "y" * 256]
TEXTS += ["x", "y", "attribute", "append", "collections", "builtins", "Plain", "__main__"]
DATA = [b"", b"a", b"\xff", b"ab\n\\", bytes(range(256)), b"z" * 255]
FLOATS = [0.0, -0.0, 1.5, 1e300, -1e-300, float("inf"), float("-inf"), float("nan"), 0.1]
# Powers of two at which integers change their opcode.
EDGES = [0, 7, 8, 15, 16, 31, 32, 63, 64, 255 * 8, 2048]
# Lengths around a batch.
LENGTHS = [999, 1000, 1001, 1999, 2000, 2001]
# Sizes around a frame.
SIZES = [65530, 65535, 65536, 65537, 70000]


class Graph:
    """Makes one graph. `root` is its root; `parts` may be shared by several places in it."""

    def __init__(self, seed):
        self.random = random.Random(seed)
        self.shared = []
        self.depth = 0
        self.room = 8 + self.below(24) if not self.chance(10) else 150
        # One graph in so many holds something unusual.
        self.has_buffers = self.chance(12)
        self.has_refused = self.chance(12)
        self.is_tree = self.chance(12)
        self.has_large = self.chance(60)
        self.root = [self.part() for _ in range(1 + self.below(4))]

    def below(self, limit):
        return int(self.random.random() * limit)

    def chance(self, times):
        """True once in so many times."""
        return self.below(times) == 0

    def choice(self, items):
        return items[self.below(len(items))]

    def remember(self, made):
        """Lets later parts of the graph be `made` again."""
        self.shared.append(made)
        return made

    def part(self):
        """A random object; sometimes one that is in the graph already, even one that contains this place."""
        if self.shared and not self.is_tree and self.chance(4):
            return self.choice(self.shared)
        self.room -= 1
        if self.depth > 4 or self.room < 0:
            return self.scalar()
        self.depth += 1
        try:
            return self.choice(KINDS)(self)
        finally:
            self.depth -= 1

    def scalar(self):
        return self.choice(SCALARS)(self)

    def parts(self, limit=5):
        """A few parts; once in a while as many as make a second batch."""
        if self.has_large and self.chance(3):
            filler = self.choice([lambda i: i, lambda i: None, str, float])
            return [filler(i) for i in range(self.choice(LENGTHS))]
        return [self.part() for _ in range(self.below(limit))]

    # Scalars.

    def integer(self):
        if self.chance(2):
            return self.below(300) - 20
        return (1 << self.choice(EDGES)) * self.choice([1, -1]) + self.below(3) - 1

    def constant(self):
        return self.choice([None, True, False, ...])

    def floating(self):
        return self.choice(FLOATS)

    def complex_number(self):
        return complex(self.choice(FLOATS), self.choice(FLOATS))

    def text(self):
        """A string: a constant, an interned one, one in the graph already, or a new one equal to others."""
        text = self.choice(TEXTS)
        how = self.below(5)
        if how == 0:
            text = "".join([text[:1], text[1:]])
        elif how == 1:
            text = self.remember("%s%d" % (text, self.below(3)))
        elif how == 2 and "\ud800" not in text:
            text = sys.intern(text + "_")
        elif how == 3 and self.has_large:
            text = text * self.choice(SIZES)
        return text

    def data(self):
        data = self.choice(DATA)
        how = self.below(4)
        if how == 0:
            data = self.remember(data + b"!" * self.below(3))
        elif how == 1 and self.has_large:
            data = b"." * self.choice(SIZES)
        return data

    def reference(self):
        return self.choice(graph_classes.GLOBALS)

    def byte_array(self):
        return self.remember(bytearray(self.data()))

    def buffer(self):
        if not self.has_buffers:
            return self.data()
        data = self.data()
        return self.remember(pickle.PickleBuffer(data if self.chance(2) else bytearray(data)))

    def refused(self):
        return library_objects.refused(self) if self.has_refused else self.text()

    # Containers.

    def list(self):
        made = self.remember([])
        made += self.parts()
        return made

    def tuple(self):
        return self.remember(tuple(self.parts()))

    def recursive_tuple(self):
        inner = []
        made = self.remember((self.part(), inner))
        inner.append(made)
        inner += self.parts(3)
        return made

    def key(self):
        return self.choice([self.text, self.text, self.integer, self.data, self.tuple_key, self.member])()

    def tuple_key(self):
        return self.text(), self.integer()

    def member(self):
        return self.choice(graph_classes.MEMBERS)

    def fill(self, mapping):
        """Gives `mapping` keys and values."""
        for value in self.parts():
            mapping[len(mapping) if self.has_large else self.key()] = value
        return mapping

    def dict(self):
        return self.fill(self.remember({}))

    def set(self):
        """A set whose order doesn't depend on hashing: of one object, or of small integers."""
        kind = self.choice([set, frozenset])
        if self.has_large and self.chance(2):
            return self.remember(kind(range(self.choice(LENGTHS))))
        how = self.below(4)
        if how == 0:
            return self.remember(kind(range(self.below(8))))
        if how == 1:
            return self.recursive_set(kind)
        return self.remember(kind([self.key()]))

    def recursive_set(self, kind):
        instance = self.remember(graph_classes.Plain())
        made = self.remember(kind([instance]))
        instance.container = made
        return made

    # Instances.

    def name(self):
        return self.choice(["x", "y", "z", "attribute", "name", "a name", "\xe9", "_private"])

    def give_attributes(self, instance):
        for _ in range(self.below(4)):
            setattr(instance, self.name(), self.part())
        return instance

    def instance(self):
        kind = self.choice(PLAIN)
        return self.give_attributes(self.remember(kind()))

    def slotted(self):
        kind = self.choice([graph_classes.Slots, graph_classes.MoreSlots, graph_classes.SlotsAndDict, graph_classes.DictOverSlots])
        made = self.remember(kind())
        for name in ["x", "y", "_Slots__private", "z", "other"]:
            if self.chance(2) and (hasattr(kind, name) or hasattr(made, "__dict__")):
                setattr(made, name, self.part())
        return made

    def with_state(self):
        made = self.remember(self.choice([graph_classes.Getstate, graph_classes.Setstate, graph_classes.Setstate])())
        made.state = self.part()
        if type(made) is graph_classes.Getstate and self.chance(2):
            made.state = self.choice([{"a": 1}, (None, {"a": 1}), ({"b": 2}, None), {}, None, ({"a": 2}, {"b": 3})])
        return made

    def with_arguments(self):
        if self.chance(2):
            return self.remember(graph_classes.Newargs(*self.parts(3)))
        made = graph_classes.NewargsEx(*self.parts(3), **{"new_key": self.part() for _ in range(self.below(2))})
        return self.remember(made)

    def reduced(self):
        made = self.remember(self.choice([graph_classes.Reduced, graph_classes.ReducedEx])())
        made.reduction = self.reduction()
        return made

    def reduction(self):
        """What `__reduce__` may answer: any of its six parts."""
        classes = graph_classes
        if self.chance(12):
            return "SINGLE"
        target = self.choice([classes.Plain, classes.Newargs, classes.Setstate])
        start = self.choice([
            lambda: (classes.Rebuilt, tuple(self.parts(3))),
            lambda: (classes.Rebuilt, tuple(self.parts(3))),
            lambda: (functools.partial(classes.Rebuilt, 1), ()),
            lambda: (classes.__newobj__, (classes.Newargs, *self.parts(3))),
            lambda: (classes.__newobj__, (target,)),
            lambda: (classes.__newobj_ex__, (classes.NewargsEx, tuple(self.parts(3)), {"new_key": self.part()})),
            lambda: (list, ()),
            lambda: (dict, ()),
        ])()
        if start[0] is classes.Rebuilt:
            return start + self.additions()
        if start[0] is list:
            return (*start, None, iter(self.parts()))
        if start[0] is dict:
            return (*start, None, None, iter(self.fill({}).items()))
        return (*start, self.choice([None, {"x": self.part()}])) if self.chance(2) else start

    def additions(self):
        """State, list items, dictionary items, and who sets the state; none is obliged to come."""
        state = self.choice([None, {"x": self.part()}, {}, (None, {"slot": self.part()}), ({"x": 1}, {"slot": 2})])
        setter = None
        if self.chance(3):
            state, setter = self.part(), graph_classes.set_state
        items = self.choice([None, iter(self.parts())])
        pairs = self.choice([None, iter(self.fill({}).items())])
        return (state, items, pairs, setter)[: self.below(5)] if setter is None else (state, items, pairs, setter)

    def subclassed(self):
        """An instance of a subclass of a built-in class, with contents and attributes."""
        kind = self.choice(graph_classes.SUBCLASSES)
        base = kind.__mro__[1]
        made = self.remember(self.contents(kind, base))
        if self.chance(2):
            self.give_attributes(made)
        if base in (list, deque):
            base.extend(made, self.parts())
        elif base in (dict, OrderedDict):
            for key, value in self.fill({}).items():
                base.__setitem__(made, key, value)
        return made

    def contents(self, kind, base):
        if base is tuple:
            return kind(self.parts())
        if base in (int, float, complex):
            return kind(self.below(3000) - 1000)
        if base is str:
            return kind(self.text())
        if base in (bytes, bytearray):
            return kind(self.data())
        if base in (set, frozenset):
            return kind([self.key()])
        if base is Counter:
            return kind([self.key()])
        if base is defaultdict:
            return kind(self.choice([None, list]))
        if issubclass(base, Exception):
            return kind(*self.parts(3))
        return kind()

    def of_library(self):
        return self.remember(self.choice(LIBRARY)(self))


PLAIN = [graph_classes.Plain] * 6 + [graph_classes.Plain.Inner, graph_classes.OfMeta, graph_classes.Initargs]
PLAIN += [graph_classes.NoState, graph_classes.Registered, graph_classes.Private, graph_classes.Extended]
PLAIN += [graph_classes.ExtendedFurther, graph_classes.Persistent, graph_classes.Overridden, graph_classes.Generic]


def weighted(weights):
    """A list in which each thing stands as often as it is to be chosen."""
    return [thing for thing, times in weights.items() for _ in range(times)]


LIBRARY = weighted(library_objects.MAKERS)
SCALARS = weighted({
    Graph.integer: 4,
    Graph.constant: 2,
    Graph.floating: 1,
    Graph.complex_number: 1,
    Graph.text: 6,
    Graph.data: 2,
    Graph.reference: 4,
    Graph.byte_array: 1,
    Graph.buffer: 1,
    Graph.refused: 1,
})
KINDS = SCALARS + weighted({
    Graph.list: 6,
    Graph.tuple: 5,
    Graph.recursive_tuple: 1,
    Graph.dict: 6,
    Graph.set: 3,
    Graph.instance: 8,
    Graph.slotted: 3,
    Graph.with_state: 3,
    Graph.with_arguments: 3,
    Graph.reduced: 5,
    Graph.subclassed: 6,
    Graph.of_library: 14,
})
