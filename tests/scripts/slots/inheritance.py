# Slots of the bases stay; a class without __slots__ brings __dict__ back.
class A:
    __slots__ = ('a',)


class B(A):
    __slots__ = ('b',)


class C(B):
    pass


class D(A):
    __slots__ = ('__dict__',)


b = B()
b.a, b.b = 1, 2
print(b.a, b.b, hasattr(b, '__dict__'))
c = C()
c.a, c.b, c.c = 1, 2, 3
print(c.a, c.b, c.__dict__)
d = D()
d.a, d.any = 1, 2
print(d.a, d.__dict__)


class Other:
    __slots__ = ('o',)


class Empty:
    __slots__ = ()


def attempt(*bases, **namespace):
    try:
        print(type('Made', bases, namespace).__mro__[1:])
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(A, Other)
attempt(A, Empty)
attempt(A, B)
attempt(B, A)
attempt(C, Other)
attempt(__slots__=('x',), x=1)
attempt(__slots__=('not valid',))
attempt(__slots__=(5,))
attempt(int, __slots__=('x',))
attempt(tuple, __slots__=())
attempt(A, __slots__=('__dict__', '__dict__'))
attempt(C, __slots__=('__dict__',))
try:
    B().c = 1
except AttributeError as error:
    print(error)
