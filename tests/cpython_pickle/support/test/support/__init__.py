"""What the tests of pickle and copy take from CPython's `test.support`."""

import contextlib
import gc
import struct
import sys
import types
import unittest

_2G = 2 << 30
_4G = 4 << 30

Py_DEBUG = False
is_wasi = False
verbose = False

_HEADER = "nP"
_LINKS_OF_THE_COLLECTOR = "2P"


class TestFailed(Exception):
    """A test found its subject wrong."""


def _unchanged(test):
    return test


cpython_only = no_tracing = skip_if_pgo_task = _unchanged


def requires_resource(name):
    return _unchanged


def run_with_locale(category, *names):
    return _unchanged


def bigmemtest(size, memuse, dry_run=True):
    return unittest.skip("needs gigabytes of memory")


def gc_collect():
    gc.collect()


@contextlib.contextmanager
def infinite_recursion(depth=100):
    before = sys.getrecursionlimit()
    used = 0
    frame = sys._getframe()
    while frame is not None:
        used, frame = used + 1, frame.f_back
    sys.setrecursionlimit(used + depth)
    try:
        yield
    finally:
        sys.setrecursionlimit(before)


@contextlib.contextmanager
def swap_item(mapping, key, value):
    """`mapping[key]` is `value` for a while; gives what it was."""
    had, before = key in mapping, mapping.get(key)
    mapping[key] = value
    try:
        yield before
    finally:
        if had:
            mapping[key] = before
        else:
            mapping.pop(key, None)


def calcobjsize(fields):
    return struct.calcsize(_HEADER + fields + "0n")


def check_sizeof(test, o, size):
    collected = struct.calcsize(_LINKS_OF_THE_COLLECTOR) if gc.is_tracked(o) else 0
    test.assertEqual(sys.getsizeof(o), size + collected)


def check__all__(test, module, name_of_module=None, extra=(), not_exported=()):
    """Everything public that `module` itself makes stands in its `__all__`."""
    made_in = name_of_module or (module.__name__,)
    expected = set(extra)
    for name, value in vars(module).items():
        if name.startswith("_") or name in not_exported:
            continue
        home = getattr(value, "__module__", None)
        if home in made_in or (home is None and not isinstance(value, types.ModuleType)):
            expected.add(name)
    test.assertCountEqual(module.__all__, expected)
