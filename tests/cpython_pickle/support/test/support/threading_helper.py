"""What the tests of pickle take from CPython's `test.support.threading_helper`."""

import unittest


def reap_threads(test):
    return test


def requires_working_threading():
    return unittest.skip("needs threads")
