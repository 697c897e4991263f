# What __del__ raises is reported and goes no further.
import gc
import sys


def hook(unraisable):
    print('ignored:', repr(unraisable.exc_value), unraisable.object.__qualname__)


sys.unraisablehook = hook


class Bad:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError('from __del__')


Bad()
gc.collect()
try:
    raise KeyError('kept')
except KeyError as e:
    Bad()
    gc.collect()
    print(repr(e), repr(sys.exception()))
