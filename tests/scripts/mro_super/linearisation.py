# The method resolution order: C3, every class before its bases, in the order they were written.
class O:
    pass


class A(O):
    pass


class B(O):
    pass


class C(A, B):
    pass


class D(B):
    pass


class E(C, D):
    pass


def names(cls):
    return [c.__name__ for c in cls.__mro__]


for cls in A, C, D, E:
    print(cls.__name__, names(cls))
print(E.mro() == list(E.__mro__))

for bases in (A, O), (O, A), (C, A, B), (A, C), (A, A):
    try:
        print(names(type('X', bases, {})))
    except TypeError as error:
        print(error)

try:

    class Impossible(C, type('BA', (B, A), {})):
        pass
except TypeError as error:
    print(error)


class Meta(type):
    def mro(cls):
        print('computing the mro of', cls.__name__)
        return [cls, B, object]


class Custom(metaclass=Meta):
    pass


print(names(Custom), Custom.__bases__)
