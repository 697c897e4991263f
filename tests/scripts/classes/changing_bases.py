# Methods follow when bases or class attributes change.
class A:
    def who(self):
        return 'A'


class B:
    def who(self):
        return 'B'


class C(A):
    pass


c = C()
print(c.who(), C.__mro__)
C.__bases__ = (B,)
print(c.who(), C.__mro__)
print(A.__subclasses__(), B.__subclasses__())
C.__bases__ = (A, B)
print(c.who(), C.__bases__)
A.who = lambda self: 'patched'
print(c.who())
del A.who
print(c.who())


def attempt(bases):
    try:
        C.__bases__ = bases
        print('now', C.__bases__)
    except TypeError as error:
        print(error)


attempt(())
attempt(5)
attempt((5,))
attempt((C,))
attempt((int,))
attempt((A, A))


class D(C):
    pass


attempt((D,))
try:
    int.__bases__ = (A,)
except TypeError as error:
    print(error)
