# An object that is no class can stand for bases: __mro_entries__.
class Stand:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        print('asked', len(bases))
        return self.bases


class A:
    pass


class B:
    pass


stand = Stand(A, B)


class C(stand):
    pass


print(C.__mro__, C.__orig_bases__ == (stand,))


class D(Stand()):
    pass


print(D.__bases__)


class E(list[int]):
    pass


print(E.__bases__, E.__orig_bases__, E([1]))


class Bad:
    def __mro_entries__(self, bases):
        return 5


try:

    class F(Bad()):
        pass
except TypeError as error:
    print(error)
try:
    type('G', (stand,), {})
except TypeError as error:
    print(error)
