"""What the tests of pickle take from CPython's `test.support.warnings_helper`."""

import warnings


def save_restore_warnings_filters():
    return warnings.catch_warnings()
