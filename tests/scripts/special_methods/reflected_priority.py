# The right operand is asked first when its class is a subclass that overrides the reflection.
class Base:
    def __add__(self, other):
        return f'{type(self).__name__}.__add__'

    def __radd__(self, other):
        return f'{type(self).__name__}.__radd__ (Base)'


class Plain(Base):
    pass


class Overriding(Base):
    def __radd__(self, other):
        return 'Overriding.__radd__'


print(Base() + Base())
print(Base() + Plain())
print(Base() + Overriding())
print(Overriding() + Base())
print(1 + Base(), 1.5 + Overriding(), 'x' + Plain(), [] + Base())


class Declines:
    def __add__(self, other):
        print('add declines', end='; ')
        return NotImplemented

    def __radd__(self, other):
        print('radd declines', end='; ')
        return NotImplemented

    def __iadd__(self, other):
        print('iadd declines', end='; ')
        return NotImplemented


d = Declines()
print(d + Base())
for action in (lambda: d + 1, lambda: 1 + d, lambda: d + d):
    try:
        action()
    except TypeError as error:
        print(error)
try:
    d += 1
except TypeError as error:
    print(error)


class MyInt(int):
    def __radd__(self, other):
        return 'MyInt.__radd__'


print(1 + MyInt(2), MyInt(1) + 1, sum([MyInt(1)]))
