# A warning that is an error has a traceback like any exception.
import warnings

warnings.simplefilter('error')


def f():
    warnings.warn('too old', DeprecationWarning)


f()
