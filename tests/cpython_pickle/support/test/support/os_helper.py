"""What the tests of pickle take from CPython's `test.support.os_helper`."""

import os

TESTFN = "@test"


def unlink(path):
    try:
        os.unlink(path)
    except FileNotFoundError:
        pass
