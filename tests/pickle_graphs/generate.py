"""Pickles random object graphs and writes down everything there is to compare.

    python3.13 generate.py FIRST COUNT         the graphs of seeds FIRST, FIRST + 1, ... to standard output
    python3.13 generate.py --show SEED         one of them, to be read

Runs the same in CPython and in selfsame. A graph is a block of records, each a line `LABEL LENGTH` and so many
bytes: its pickle in every protocol; the pickle of what that pickle loads as, which shows the identity of every
string and object; which paths of the loaded graph lead to the same object; and the same through a Pickler with
options. An error is recorded in place of what wasn't made.
"""

import io
import pickle
import re
import sys
import warnings

import graph_classes
from identity import describe
from random_graph import Graph

ADDRESS = re.compile("0x[0-9a-fA-F]+")


def words(error):
    """An error, without the addresses in it, and without what was going on when there was too much of it."""
    cause = type(error.__cause__ or error.__context__).__name__
    if isinstance(error, RecursionError):
        return b"RecursionError"
    return ADDRESS.sub("0x", f"{type(error).__name__}: {error} ({cause})").encode("utf-8", "backslashreplace")


class Block:
    """The records of one graph."""

    def __init__(self):
        self.records = []

    def add(self, label, data):
        self.records.append(b"%s %d\n%s\n" % (label.encode(), len(data), data))

    def attempt(self, label, function, *arguments):
        """What the function answers; nothing, and a record of its error, if it raises."""
        try:
            return function(*arguments)
        except Exception as error:
            self.add(label, words(error))
            return None

    def contents(self):
        return b"".join(self.records)


class Chunks(list):
    """A file that keeps what each `write` got."""

    def write(self, data):
        self.append(bytes(data))


def persistent_id(self, value):
    if type(value) is graph_classes.Persistent:
        return value.number if self.proto else f"number {value.number}"
    return None


def reducer_override(self, value):
    if type(value) is graph_classes.Overridden:
        return graph_classes.Rebuilt, ("overridden",), vars(value) or None
    if value is graph_classes.function:
        return "SINGLE"
    return NotImplemented


class PersistentPickler(pickle.Pickler):
    persistent_id = persistent_id

    def __init__(self, file, protocol, **options):
        super().__init__(file, protocol, **options)
        self.proto = protocol


class OverridingPickler(pickle.Pickler):
    reducer_override = reducer_override


class TablePickler(pickle.Pickler):
    dispatch_table = {
        graph_classes.Private: lambda value: (graph_classes.Rebuilt, ("private",), dict(vars(value))),
        graph_classes.Registered: lambda value: "SINGLE",
        range: lambda value: (range, (value.start, value.stop, value.step, )),
    }


class Loader(pickle.Unpickler):
    """Finds persistent objects, and notes every global that is looked up."""

    def __init__(self, *arguments, **options):
        super().__init__(*arguments, **options)
        self.found = []

    def persistent_load(self, name):
        return "persistent", name

    def find_class(self, module, name):
        self.found.append(f"{module}.{name}")
        return super().find_class(module, name)


def dump(pickler, root):
    try:
        pickler.dump(root)
    except (KeyError, RecursionError, ValueError):
        if not pickler.fast:
            raise
        # Which of them CPython's fast mode meets first depends on addresses of objects that are gone.
        cycle = RuntimeError("a cycle in fast mode")
        cycle.__cause__ = cycle
        raise cycle


def with_options(graph, protocol):
    """The pickles of the graph from a Pickler with some options, and what they load as."""
    chunks, buffers = Chunks(), []
    kind = graph.choice([pickle.Pickler, PersistentPickler, OverridingPickler, TablePickler])
    options = {"fix_imports": not graph.chance(3)}
    if protocol == 5 and graph.chance(2):
        keep = graph.chance(2)
        options["buffer_callback"] = lambda buffer: buffers.append(buffer) or keep
    pickler = kind(chunks, protocol, **options)
    # Before protocol 4, CPython's fast mode loses count of its nesting at each frozenset.
    if graph.is_tree and protocol >= 4 and graph.chance(2):
        pickler.fast = True
    times = 1 + graph.below(2)
    for _ in range(times):
        dump(pickler, graph.root)
        if graph.chance(2):
            pickler.clear_memo()
    encoding = graph.choice(["ASCII", "latin-1", "bytes"])
    file = io.BytesIO(b"".join(chunks))
    unpickler = Loader(file, encoding=encoding, errors="replace", fix_imports=options["fix_imports"], buffers=buffers)
    loaded = [unpickler.load() for _ in range(times)]
    return chunks, loaded, unpickler.found


def record_protocol(block, graph, protocol, described):
    label = f"protocol {protocol}"
    data = block.attempt(f"{label} dumps", pickle.dumps, graph.root, protocol)
    if data is None:
        return
    block.add(f"{label} dumps", data)
    loaded = block.attempt(f"{label} loads", lambda: [pickle.loads(data)])
    if loaded is None:
        return
    again = block.attempt(f"{label} dumps again", pickle.dumps, loaded, protocol)
    block.add(f"{label} dumps again", again or b"")
    if graph.chance(4):
        identity = describe(loaded[0])
        block.add(f"{label} identity", b"same" if identity == described else identity)


def record_options(block, graph, protocol):
    made = block.attempt(f"options {protocol}", with_options, graph, protocol)
    if made is None:
        return
    chunks, loaded, found = made
    for chunk in chunks:
        block.add(f"options {protocol} write", chunk)
    block.add(f"options {protocol} globals", "\n".join(found).encode())
    for one in loaded:
        again = block.attempt(f"options {protocol} dumps again", pickle.dumps, one, 4)
        block.add(f"options {protocol} dumps again", again or b"")


def block_of(seed):
    """Everything about the graph of a seed."""
    block = Block()
    graph = block.attempt("graph", Graph, seed)
    if graph is None:
        return block
    described = describe(graph.root)
    block.add("identity", described)
    for protocol in range(6):
        record_protocol(block, graph, protocol, described)
    record_options(block, graph, graph.below(6))
    return block


def main(arguments):
    warnings.simplefilter("ignore")
    if arguments[0] == "--show":
        for record in block_of(int(arguments[1])).records:
            label, data = record.split(b"\n", 1)
            print(label.decode(), data)
        return
    first, count = map(int, arguments)
    output = sys.stdout.buffer
    for seed in range(first, first + count):
        contents = block_of(seed).contents()
        output.write(b"graph %d %d\n%s" % (seed, len(contents), contents))
    output.flush()


if __name__ == "__main__":
    main(sys.argv[1:])
