# Methods added later count once update_abstractmethods is called.
import abc


class A(abc.ABC):
    @abc.abstractmethod
    def f(self):
        ...


class B(A):
    pass


B.f = lambda self: 'f'
try:
    B()
except TypeError as error:
    print(error)
print(abc.update_abstractmethods(B) is B, B().f(), B.__abstractmethods__)


class Plain:
    pass


print(abc.update_abstractmethods(Plain) is Plain, hasattr(Plain, '__abstractmethods__'))
for cls in (Plain, type):
    try:
        cls.__abstractmethods__
    except AttributeError as error:
        print(error)
