"""What the tests of pickle take from CPython's `test.support.import_helper`."""

import importlib
import sys
import unittest


def forget(name):
    sys.modules.pop(name, None)


def import_module(name):
    try:
        return importlib.import_module(name)
    except ImportError as error:
        raise unittest.SkipTest(str(error))
