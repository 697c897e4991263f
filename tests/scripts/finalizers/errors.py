# What __del__ raises is reported on sys.stderr and goes no further.
import gc
import io
import re
import sys


class Bad:
    def __init__(self):
        self.me = self

    def __del__(self):
        raise ValueError('from __del__')


def report(action):
    stderr, sys.stderr = sys.stderr, io.StringIO()
    try:
        action()
        gc.collect()
        print(re.sub(r'0x\w+|File ".*"', '…', sys.stderr.getvalue()))
    finally:
        sys.stderr = stderr


report(Bad)
try:
    raise KeyError('kept')
except KeyError as e:
    report(Bad)
    print(repr(e), repr(sys.exception()))
