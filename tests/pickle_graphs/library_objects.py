"""Objects of the library's types, made of random parts."""

import array
import collections
import datetime
import fractions
import functools
import io
import itertools
import operator
import os
import random
import re
import string
import types
import typing

import graph_classes

def numbers(graph):
    """Small integers, from none to a handful."""
    return [graph.below(300) for _ in range(graph.below(5))]


def advance(graph, iterator):
    """`iterator` after a few steps: as far as its end, and past it."""
    for _ in range(graph.below(4)):
        next(iterator, None)
    return iterator


def iterators(graph):
    items = [graph.part() for _ in range(graph.below(4))]
    text = graph.text()
    made = graph.choice([
        lambda: iter(items),
        lambda: iter(tuple(items)),
        lambda: iter(text),
        lambda: iter(graph.data()),
        lambda: iter(bytearray(graph.data())),
        lambda: iter({str(i): item for i, item in enumerate(items)}),
        lambda: iter({i: item for i, item in enumerate(items)}.values()),
        lambda: iter({i: item for i, item in enumerate(items)}.items()),
        lambda: reversed({i: item for i, item in enumerate(items)}),
        lambda: iter(set(range(len(items)))),
        lambda: iter(range(graph.below(10), graph.below(30))),
        lambda: iter(range(2**70, 2**70 + graph.below(5))),
        lambda: reversed(items),
        lambda: reversed(tuple(items)),
        lambda: enumerate(items, graph.below(300)),
        lambda: enumerate(items, 2**65),
        lambda: zip(items, text),
        lambda: zip(items, numbers(graph), strict=True),
        lambda: map(graph_classes.function, items),
        lambda: filter(None, items),
        lambda: iter(graph_classes.function, 5),
        lambda: iter(collections.deque(items)),
        lambda: reversed(collections.deque(items)),
        lambda: iter(collections.OrderedDict.fromkeys("abc")),
        lambda: iter(array.array("h", numbers(graph))),
    ])()
    return made if isinstance(made, zip) else advance(graph, made)


def itertools_objects(graph):
    items = [graph.part() for _ in range(graph.below(4))]
    made = graph.choice([
        lambda: itertools.count(graph.below(9), graph.choice([1, 2, 0.5])),
        lambda: itertools.cycle(items),
        lambda: itertools.repeat(graph.part()),
        lambda: itertools.repeat(graph.part(), graph.below(9)),
        lambda: itertools.chain(items, numbers(graph)),
        lambda: itertools.chain.from_iterable([items, items]),
        lambda: itertools.islice(items, graph.below(3), graph.below(9) + 3, 1 + graph.below(2)),
        lambda: itertools.starmap(graph_classes.function, [items, items]),
        lambda: itertools.takewhile(bool, items),
        lambda: itertools.dropwhile(bool, items),
        lambda: itertools.filterfalse(None, items),
        lambda: itertools.compress(items, numbers(graph)),
        lambda: itertools.accumulate(numbers(graph)),
        lambda: itertools.accumulate(numbers(graph), operator.mul, initial=2),
        lambda: itertools.product(items, numbers(graph)),
        lambda: itertools.permutations(items, 2),
        lambda: itertools.combinations(items, 2),
        lambda: itertools.combinations_with_replacement(items, 2),
        lambda: itertools.zip_longest(items, numbers(graph), fillvalue=graph.part()),
        lambda: itertools.groupby(items, type),
        lambda: itertools.tee(items)[0],
    ])()
    return advance(graph, made)


def exceptions(graph):
    parts = [graph.part() for _ in range(graph.below(3))]
    error = graph.choice([
        lambda: ValueError(*parts),
        lambda: KeyError(*parts),
        lambda: OSError(*parts),
        lambda: OSError(graph.below(40), graph.text()),
        lambda: OSError(graph.below(40), graph.text(), graph.text()),
        lambda: OSError(2, "no", "a", None, "b"),
        lambda: StopIteration(*parts),
        lambda: SystemExit(*parts),
        lambda: ImportError(graph.text(), name=graph.text(), path=graph.choice([None, "p"])),
        lambda: NameError(graph.text(), name=graph.text()),
        lambda: AttributeError(graph.text(), name=graph.text(), obj=graph.part()),
        lambda: UnicodeDecodeError("ascii", graph.data(), 0, 1, graph.text()),
        lambda: UnicodeEncodeError("ascii", graph.text(), 0, 1, "why"),
        lambda: UnicodeTranslateError(graph.text(), 0, 1, "why"),
        lambda: SyntaxError(graph.text(), ("f.py", 1, 2, "text", 1, 3)),
        lambda: ExceptionGroup(graph.text(), [ValueError(*parts), TypeError()]),
        lambda: BaseExceptionGroup("g", [KeyboardInterrupt(*parts)]),
    ])()
    if graph.chance(3):
        error.attribute = graph.part()
    if graph.chance(3):
        error.add_note(graph.text())
    if graph.chance(4):
        error.__cause__ = ValueError()
    return error


def dates(graph):
    hours = datetime.timedelta(hours=graph.below(10) - 5)
    zone = graph.choice([None, None, datetime.UTC, datetime.timezone(hours), datetime.timezone(hours, graph.text())])
    return graph.choice([
        lambda: datetime.date(1 + graph.below(9998), 1 + graph.below(12), 1 + graph.below(28)),
        lambda: datetime.time(graph.below(24), graph.below(60), 5, graph.below(1000000), zone, fold=graph.below(2)),
        lambda: datetime.datetime(1 + graph.below(9998), 2, 3, 4, 5, 6, graph.below(1000000), zone, fold=graph.below(2)),
        lambda: datetime.timedelta(graph.below(2000) - 1000, graph.below(86400), graph.below(1000000)),
        lambda: zone,
    ])()


def annotations(graph):
    return graph.choice([
        lambda: list[int],
        lambda: dict[str, graph.choice([int, "forward", list[bytes]])],
        lambda: tuple[int, ...],
        lambda: int | graph.choice([str, None, list[int]]),
        lambda: typing.List[int],
        lambda: typing.Optional[str],
        lambda: typing.Union[int, graph.choice([str, bytes]), None],
        lambda: typing.Callable[[int], str],
        lambda: collections.deque[int],
        lambda: graph_classes.Generic[graph.choice([str, bytes])],
        lambda: typing.Any,
        lambda: typing.Literal["a", 1],
        lambda: collections.abc.Callable[[int], str],
    ])()


def callables(graph):
    plain = graph_classes.Plain
    items = [graph.part()]
    return graph.choice([
        lambda: graph.remember(plain()).method,
        lambda: items.append,
        lambda: graph.text().join,
        lambda: {}.get,
        lambda: plain.from_class,
        lambda: types.MethodType(graph_classes.function, graph.part() or 1),
        lambda: operator.itemgetter(graph.part(), graph.below(5)),
        lambda: operator.itemgetter(graph.text()),
        lambda: operator.attrgetter("real", graph.choice(["imag", "a.b.c"])),
        lambda: operator.methodcaller("upper"),
        # Without keywords: CPython keeps the very strings they had in a pickle, where we have interned ones.
        lambda: operator.methodcaller("f", graph.part()),
        lambda: functools.partial(graph_classes.function, graph.part(), partial_key=graph.part()),
        lambda: functools.partial(graph_classes.function),
        lambda: dict.fromkeys,
        lambda: (5).__add__,
        lambda: graph.text().__len__,
    ])()


def with_attributes(graph, made):
    """`made`, sometimes with attributes of its own."""
    if graph.chance(2):
        made.attribute = graph.part()
    return made


def text_files(graph):
    file = graph.choice([io.StringIO, io.BytesIO])()
    file.write(graph.text() if isinstance(file, io.StringIO) else graph.data())
    file.seek(graph.below(5))
    return with_attributes(graph, file)


def records(graph):
    c = graph_classes
    kind = graph.choice([c.Point, c.Named, c.NamedFurther, c.Record, c.SlottedRecord, c.FrozenRecord])
    made = kind(graph.part(), graph.part())
    return with_attributes(graph, made) if kind in (c.NamedFurther, c.Record) else made


def collected(graph):
    """An instance of a class of `collections`, with parts."""
    items = [graph.part() for _ in range(graph.below(5))]
    keys = [graph.key() for _ in items]
    return graph.choice([
        lambda: collections.deque(items),
        lambda: collections.deque(items, graph.below(4)),
        lambda: collections.OrderedDict(zip(keys, items)),
        lambda: with_attributes(graph, collections.OrderedDict(zip(keys, items))),
        lambda: collections.Counter(keys),
        lambda: collections.defaultdict(graph.choice([None, list, int, graph_classes.function]), zip(keys, items)),
        lambda: collections.ChainMap(dict(zip(keys, items)), {}),
        lambda: collections.UserDict(zip(keys, items)),
        lambda: collections.UserList(items),
        lambda: collections.UserString(graph.text()),
        lambda: with_attributes(graph, types.SimpleNamespace(first=items[:1], second=items[1:])),
    ])()


def scalars_of_the_library(graph):
    return graph.choice([
        lambda: fractions.Fraction(graph.below(2000) - 1000, 1 + graph.below(50)),
        lambda: array.array("i", numbers(graph)),
        lambda: array.array("d", [0.5]),
        lambda: array.array("u" if graph.chance(3) else "w", graph.text()),
        lambda: re.compile(graph.choice(["a", b"b+", "(x)y"]), graph.choice([0, re.I])),
        lambda: string.Template(graph.text()),
        lambda: range(graph.below(9), graph.below(999), 1 + graph.below(9)),
        lambda: slice(graph.part(), graph.below(9), None),
        lambda: random.Random(graph.below(9)) if graph.chance(40) else object(),
        lambda: graph.choice(graph_classes.MEMBERS),
    ])()


def refused(graph):
    """What can't be pickled, or not in every protocol."""
    def local():
        pass

    class Local:
        pass

    return graph.choice([
        lambda: lambda: 0,
        lambda: local,
        lambda: Local,
        lambda: Local(),
        lambda: (i for i in ()),
        lambda: string,
        lambda: memoryview(b"abc"),
        lambda: types.MappingProxyType({}),
        lambda: {}.keys(),
        lambda: {1: 2}.items(),
        lambda: property(),
        lambda: staticmethod(len),
        lambda: classmethod(len),
        lambda: graph_classes.Étoile(),
        lambda: graph_classes.Étoile,
        lambda: local.__code__,
        lambda: types.CellType(1),
        lambda: io.TextIOWrapper(io.BytesIO()),
        lambda: open(os.devnull, "rb"),
        lambda: type("Unknown", (), {}),
        lambda: type("Plain", (), {"__module__": "graph_classes"})(),
        lambda: type("Lost", (), {"__module__": "no_such_module"}),
        lambda: graph_classes.Slots.x,
        lambda: int.real,
        lambda: super(graph_classes.MoreSlots, graph_classes.MoreSlots()),
        lambda: re.match("a", "a"),
        lambda: functools.cmp_to_key(graph_classes.function),
        lambda: graph_classes.SlotState(),
    ])()


# How to make an object of the library, and how often.
MAKERS = {
    iterators: 4,
    itertools_objects: 2,
    exceptions: 3,
    dates: 3,
    annotations: 2,
    callables: 4,
    text_files: 1,
    records: 4,
    collected: 6,
    scalars_of_the_library: 4,
}
