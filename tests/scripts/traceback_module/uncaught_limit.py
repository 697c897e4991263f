# sys.tracebacklimit holds for what nobody catches: the innermost levels are shown.
import sys


def f(n):
    if n:
        f(n - 1)
    raise KeyError(n)


sys.tracebacklimit = 2
f(3)
