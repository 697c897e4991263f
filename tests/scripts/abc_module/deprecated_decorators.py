# The old decorators for class methods, static methods and properties.
import abc


class A(metaclass=abc.ABCMeta):
    @abc.abstractclassmethod
    def c(cls):
        return cls.__name__

    @abc.abstractstaticmethod
    def s():
        return 's'

    @abc.abstractproperty
    def p(self):
        return 'p'


print(sorted(A.__abstractmethods__), A.c(), A.s())
try:
    A()
except TypeError as error:
    print(error)


class B(A):
    c = s = p = None


print(B().p)
