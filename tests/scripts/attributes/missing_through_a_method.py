# An attribute that a method doesn't have is missed on its function; classes are called by their full names.
import collections
import types


class C:
    def f(self):
        pass

    @classmethod
    def g(cls):
        pass


for owner in C().f, C.g, types.MethodType(len, []), types.MethodType(C, 1), [].append, C, collections.deque, int:
    try:
        owner.nothing
    except AttributeError as error:
        print(error, error.name, type(error.obj).__name__)
error = AttributeError()
arguments = (1, 2)
error.args = arguments
print(error.args is arguments)
