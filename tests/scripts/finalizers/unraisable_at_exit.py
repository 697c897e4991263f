# Functions called at exit, and callbacks of the collector, tell sys.unraisablehook what they raise.
import atexit
import gc
import sys


class Named:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f'<{self.name}>'

    def __call__(self, *args):
        raise LookupError(*args[:1])


def show(unraisable):
    print(repr(unraisable.exc_value), unraisable.err_msg, unraisable.object)


atexit.register(Named('last'))
atexit.register(setattr, sys, 'unraisablehook', sys.unraisablehook)
atexit.register(Named('first'), 'argument')

gc.callbacks.append(Named('callback'))
gc.collect()
sys.unraisablehook = show
gc.collect()
gc.callbacks.clear()
print('end')
