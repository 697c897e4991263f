# A class is an object like any other: named, passed around, put in lists, changed.
class T:
    """A class."""

    x = 1


print(T, type(T), isinstance(T, object), isinstance(T, type))
U = T
print(U is T, U.__name__, U.__qualname__, U.__module__, U.__doc__)

kinds = [int, str, T]
print([kind() for kind in kinds[:2]], kinds[2]().x)

table = {T: 'a class', int: 'a number'}
print(table[U], table[int])


def describe(cls):
    return f'{cls.__name__} made by {type(cls).__name__}'


print(describe(T), describe(int), describe(type), describe(object), sep='\n')

instance = T()
T.x = 2
print(instance.x, type(instance) is T, instance.__class__ is T)
T.__name__ = 'Renamed'
print(T, T.__qualname__)
T.__qualname__ = 'Renamed'
print(T, U)
