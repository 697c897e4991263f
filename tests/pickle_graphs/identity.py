"""Which paths of an object graph lead to the same object, as text."""

import collections
import copyreg
import types

ATOMS = (type(None), bool, int, float, complex, type(...), type(NotImplemented))
TEXTS = (str, bytes, bytearray)
NAMED = (type, types.FunctionType, types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType)


def describe(root):
    """The objects of the graph in the order of a walk: their types and contents, and `#N` for one met before."""
    numbers, alive, words, rest = {}, [], [], [root]
    while rest:
        value = rest.pop()
        kind = type(value)
        if kind in ATOMS:
            words.append(repr(value) if kind is not int or abs(value) < 2**64 else "%x" % value)
        elif kind in TEXTS:
            words.append(shortened(value))
        elif isinstance(value, NAMED):
            words.append(value.__qualname__)
        elif id(value) in numbers:
            words.append("#%d" % numbers[id(value)])
        else:
            numbers[id(value)] = len(numbers)
            alive.append(value)
            inside = parts(value)
            words.append("%s(%d)" % (kind.__name__, len(inside)))
            # What parts are made of on the way stays alive too: no number is given twice.
            alive.append(inside)
            rest += reversed(inside)
    return " ".join(words).encode("utf-8", "backslashreplace")


def shortened(text):
    return repr(text) if len(text) < 300 else "%s of %d" % (type(text).__name__, len(text))


def parts(value):
    """What an object is made of."""
    kind = type(value)
    inside, is_reduced = contents(value)
    if is_reduced:
        return inside
    for name, attribute in getattr(value, "__dict__", {}).items():
        inside += name, attribute
    for name in copyreg._slotnames(kind):
        if hasattr(value, name):
            inside += name, getattr(value, name)
    return inside


def contents(value):
    """What an object holds besides attributes; and whether that is from its reduction, which has those too."""
    for base in (list, tuple, collections.deque):
        if isinstance(value, base):
            return list(base.__iter__(value)), False
    if isinstance(value, dict):
        return [part for key in dict.__iter__(value) for part in (key, dict.__getitem__(value, key))], False
    for base in (set, frozenset):
        if isinstance(value, base):
            return sorted(base.__iter__(value), key=repr), False
    for base in (int, float, complex, str, bytes, bytearray):
        if isinstance(value, base):
            return [base.__repr__(value)], False
    if isinstance(value, BaseException):
        return list(value.args), False
    if type(value).__module__ == "graph_classes":
        return [], False
    return reduction(value), True


def reduction(value):
    """The parts of what `__reduce_ex__` answers."""
    try:
        answer = value.__reduce_ex__(4)
    except TypeError as error:
        return [type(error).__name__]
    if isinstance(answer, str):
        return [answer]
    return [list(part) if place in (3, 4) and part is not None else part for place, part in enumerate(answer)]
