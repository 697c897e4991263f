# isinstance and issubclass can be answered by the metaclass.
class Even(type):
    def __instancecheck__(cls, instance):
        return isinstance(instance, int) and instance % 2 == 0

    def __subclasscheck__(cls, subclass):
        return subclass is bool


class EvenNumber(metaclass=Even):
    pass


print(isinstance(2, EvenNumber), isinstance(3, EvenNumber), isinstance('x', EvenNumber))
print(issubclass(bool, EvenNumber), issubclass(int, EvenNumber))
print(isinstance(EvenNumber(), EvenNumber), 'an exact instance is not asked about')
print(isinstance(True, int), isinstance(1, (str, (float, int))), issubclass(int, (str, object)))
print(isinstance(5, int | str), isinstance(5, str | None), isinstance(None, int | None), int | str)


def attempt(function, *args):
    try:
        print(function(*args))
    except TypeError as error:
        print(error)


attempt(isinstance, 1, 5)
attempt(isinstance, 1, 'int')
attempt(isinstance, 1, [int])
attempt(isinstance, 1, (str, 5))
attempt(isinstance, 1, (int, 5))
attempt(issubclass, 5, int)
attempt(issubclass, int, 5)
attempt(issubclass, int, (5,))
attempt(isinstance, 1)
attempt(isinstance, [], list[int])
