"""The options of examples: how to compare what they print, and how to tell what differs."""

__name__ = 'doctest'

OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """Makes an option of this name, unless there is one; answers its flag."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


def _register(*names):
    """Make options, and their flags globals of these names; the flags together."""
    globals().update(zip(names, map(register_optionflag, names)))
    return sum(map(OPTIONFLAGS_BY_NAME.get, names))


# How to compare, and how to report what differs.
COMPARISON_FLAGS = _register(
    'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
    'IGNORE_EXCEPTION_DETAIL',
)
REPORTING_FLAGS = _register('REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF', 'REPORT_ONLY_FIRST_FAILURE', 'FAIL_FAST')
