# Assigning `__bases__` asks a metaclass's `mro()`, for the class and those below it; what that assigns stands.
class M(type):
    asked = []
    again = None

    def mro(cls):
        M.asked.append(cls.__name__)
        if M.again and cls.__name__ == "C":
            bases, M.again = M.again, None
            C.__bases__ = bases
        return super().mro()


class A(metaclass=M):
    pass


class B1(A):
    pass


class B2(A):
    pass


class C(A):
    pass


class D(C):
    pass


M.asked.clear()
C.__bases__ = (B1,)
print(M.asked, C.__mro__[1].__name__, [c.__name__ for c in D.__mro__])
M.asked.clear()
M.again = (B2,)
C.__bases__ = (A,)
print(M.asked, C.__bases__ == (B2,), [c.__name__ for c in D.__mro__])
print(B2.__subclasses__() == [C], B1.__subclasses__())


class Failing(type):
    fail = False

    def mro(cls):
        if Failing.fail:
            raise ValueError("no order")
        return super().mro()


class X(metaclass=Failing):
    pass


class Y(X):
    pass


class Z(metaclass=Failing):
    pass


Failing.fail = True
try:
    Y.__bases__ = (Z,)
except ValueError as error:
    print(error, Y.__bases__ == (X,), Y.__mro__ == (Y, X, object), Z.__subclasses__())
