# What __del__ raises is told to sys.unraisablehook, which by default writes it to sys.stderr.
import gc
import sys


class Finalizer:
    """A __del__ of a stable repr."""

    def __init__(self, function):
        self.function = function

    def __repr__(self):
        return f'<finalizer {self.function.__name__}>'

    def __call__(self):
        self.function()


def drop(function):
    class Dropped:
        __del__ = Finalizer(function)

    Dropped()
    del Dropped
    gc.collect()


def divide():
    return (1 /
            0)


def chained():
    try:
        divide()
    except ZeroDivisionError:
        error = KeyError('key')
        error.add_note('not shown')
        raise error


def again(n=8):
    if n:
        again(n - 1)
    raise ValueError


def misspelt():
    sys.exitt


class Odd(Exception):
    __module__ = 'some.where'

    def __str__(self):
        return 3


def odd():
    raise Odd


def show(unraisable):
    print(type(unraisable).__name__, len(unraisable), isinstance(unraisable, tuple), unraisable.__match_args__)
    print(' ', unraisable.exc_type, repr(unraisable.exc_value), unraisable.err_msg, unraisable.object)
    print(' ', unraisable.exc_traceback is unraisable.exc_value.__traceback__, unraisable[0], unraisable.n_fields)



print('the default')
for function in (divide, chained, again, misspelt, odd):
    drop(function)
sys.tracebacklimit = 1
drop(again)
sys.tracebacklimit = 0
drop(again)
del sys.tracebacklimit

print('a hook')
sys.unraisablehook = show
drop(divide)
drop(odd)


class Hook:
    def __repr__(self):
        return '<hook>'

    def __call__(self, unraisable):
        raise RuntimeError('in the hook') from unraisable.exc_value


print('a hook that raises')
sys.unraisablehook = Hook()
drop(divide)

print('no hook')
sys.unraisablehook = None
drop(divide)
del sys.unraisablehook
drop(divide)

for wrong in (None, 1, (ValueError, ValueError('x'), None, None, None)):
    try:
        sys.__unraisablehook__(wrong)
    except TypeError as error:
        print(error)
kept = []
sys.unraisablehook = kept.append
drop(divide)
print(repr(kept[0]).partition(' exc_traceback')[0])
sys.__unraisablehook__(kept[0])
