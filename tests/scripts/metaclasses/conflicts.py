# The metaclass of a class must be a subclass of those of all its bases.
class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


class A(metaclass=M1):
    pass


class B(metaclass=M2):
    pass


try:

    class C(A, B):
        pass
except TypeError as error:
    print(error)


class D(A, B, metaclass=M3):
    pass


print(type(D), type(type('E', (A,), {})), type(D()))


class F(A, metaclass=type):
    pass


print(type(F))


def function_as_metaclass(name, bases, namespace, **keywords):
    print('called with', name, bases, sorted(namespace), keywords)
    return 'not a class'


class G(metaclass=function_as_metaclass, k=1):
    x = 1


print(G)
try:

    class H(metaclass=5):
        pass
except TypeError as error:
    print(error)
try:

    class I(5):
        pass
except TypeError as error:
    print(error)
