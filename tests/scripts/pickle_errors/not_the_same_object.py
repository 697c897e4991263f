# What the name leads to must be the object itself.
import pickle


def refused(obj):
    try:
        print(pickle.dumps(obj))
    except Exception as error:
        print(type(error).__module__, type(error).__name__, error)
        print(type(error).__mro__[1].__name__, error.__cause__, error.__context__, error.__suppress_context__)


class T:
    pass


first = T


class T:
    pass


refused(first)
refused(T)

T2 = T
T = 5
refused(T2)
T2.__qualname__ = 'print'
T2.__module__ = 'builtins'
refused(T2)
T2.__module__ = None
refused(T2)
T2.__qualname__ = 'T2'
refused(T2)
