# What can't be copied says so.
import copy
import sys


def generate():
    yield


def attempt(function, obj):
    try:
        print(function(obj))
    except Exception as error:
        print(type(error).__name__, error)


attempt(copy.copy, generate())
attempt(copy.deepcopy, generate())
attempt(copy.deepcopy, [sys])
attempt(copy.copy, sys)
attempt(copy.deepcopy, {'a': {}.keys()})


class Broken:
    __reduce_ex__ = None
    __reduce__ = None


attempt(copy.copy, Broken())


class Raising:
    def __deepcopy__(self, memo):
        raise ValueError('no')


attempt(copy.deepcopy, [Raising()])
print(copy.Error, issubclass(copy.Error, Exception), copy.error is copy.Error)
