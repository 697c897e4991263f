# limit: the first so many frames, or the last if it is negative; sys.tracebacklimit.
import sys
import traceback


def recurse(n):
    if n:
        return recurse(n - 1)
    raise ValueError('deep')


def names(tb, limit):
    return [(s.name, s.lineno) for s in traceback.extract_tb(tb, limit=limit)]


try:
    recurse(2)
except ValueError as error:
    tb = error.__traceback__
    for limit in [None, 0, 1, 2, 10, -1, -2, -10]:
        print(limit, names(tb, limit))
    for limit in [2, 0, -5, 100]:
        sys.tracebacklimit = limit
        print('tracebacklimit', limit, names(tb, None), names(tb, 1))
    del sys.tracebacklimit


def here(limit):
    return [s.name for s in traceback.extract_stack(limit=limit)]


for limit in [None, 1, 2, -1]:
    print(here(limit))
try:
    recurse(10)
except ValueError:
    print(traceback.format_exc().replace(__file__, 'FILE'))
