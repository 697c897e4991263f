# `base.__new__(cls)` makes no instance of a built-in class that has a `__new__` of its own.
from collections import Counter, OrderedDict, defaultdict


class MyInt(int):
    pass


for f, cls, *args in [(int.__new__, bool, 0), (object.__new__, int), (object.__new__, MyInt), (object.__new__, type),
                      (int.__new__, MyInt, 3), (dict.__new__, OrderedDict), (dict.__new__, Counter),
                      (dict.__new__, defaultdict), (Exception.__new__, ValueError), (set.__new__, frozenset),
                      (Exception.__new__, KeyError, 1)]:
    try:
        print(repr(f(cls, *args)))
    except TypeError as error:
        print(error)

print(int.__basicsize__, int.__itemsize__, MyInt.__itemsize__, tuple.__itemsize__, object.__itemsize__)
print([n.__sizeof__() for n in (0, 1, -1, 2**30 - 1, 2**30, 2**60)], MyInt.__itemsize__)
