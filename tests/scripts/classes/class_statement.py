# What a class statement does: run the body, then make the class.
print('before')


class T:
    print('in the body', __name__, __qualname__, __module__)
    x = 1
    y = x + 1
    names = [n for n in ('a', 'b')]

    def method(self):
        return self.x

    if y == 2:

        def conditional(self):
            return 'defined under an if'

    for i in range(3):
        pass
    del x


print(T.y, T.names, T.i, hasattr(T, 'x'), T().conditional())
print(list(T.__dict__))
print(T.__firstlineno__, T.__static_attributes__)


class U:
    """Documentation."""


print(U.__doc__, T.__doc__, U.__bases__, U.__base__, U.__mro__)


def make(n):
    class Local:
        value = n

        class Nested:
            pass

    return Local


print(make(1).value, make(2).__qualname__, make(3).Nested.__qualname__)
print(make(1) is make(1))


class One:
    x = 1
    y = 2


class Same(One):
    pass


print(One.y, Same.x, Same.__bases__)
