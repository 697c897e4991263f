# The classes of CPython's extension modules each have a `__module__` string of their own; those of its core share one.
import array
import collections
import functools
import io
import itertools
import operator
import pickle
import random
import re
import sys
import types
import typing

for group in [
    [collections.deque, collections.defaultdict, collections.OrderedDict, collections.OrderedDict],
    [functools.partial, functools.partial],
    [functools.partial, functools.cached_property],
    [itertools.count, itertools.chain, itertools.count],
    [operator.itemgetter, operator.attrgetter],
    [io.BytesIO, io.StringIO],
    [re.Pattern, re.Match],
    [typing.TypeVar, typing.ParamSpec, typing.NamedTuple],
    [types.SimpleNamespace, types.GenericAlias],
    [array.array, array.array],
    [int, str, len, print, open],
]:
    print(pickle.dumps(group, 4))
for kind in collections.deque, collections.OrderedDict, random.Random, pickle.Pickler, int, types.SimpleNamespace:
    print(kind.__name__, kind.__module__ is sys.intern(kind.__module__), kind.__module__ is kind.__module__)
print(open.__module__, io.open is open, pickle.dumps(open, 0))
it = iter(collections.deque([1]))
print(pickle.dumps(it))
print(pickle.dumps(["append", [].append, [].append], 4))
print(pickle.dumps(["len", len, "upper", str.upper, "".upper], 4))
