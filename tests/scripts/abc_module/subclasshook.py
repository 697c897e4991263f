# __subclasshook__ answers issubclass() by what a class looks like.
import abc


class Quacks(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        if cls is Quacks:
            return any('quack' in base.__dict__ for base in other.__mro__) or NotImplemented
        return NotImplemented


class Duck:
    def quack(self):
        return 'quack'


class Loud(Quacks):
    pass


print(isinstance(Duck(), Quacks), issubclass(Duck, Loud), isinstance(3, Quacks), issubclass(Loud, Quacks))


class Bad(abc.ABC):
    @classmethod
    def __subclasshook__(cls, other):
        return 'maybe'


try:
    issubclass(int, Bad)
except AssertionError as error:
    print(error)
