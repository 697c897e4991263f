# A class with abstract methods left makes no instances.
import abc


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        return 0

    @property
    @abc.abstractmethod
    def name(self):
        ...

    @classmethod
    @abc.abstractmethod
    def make(cls):
        ...


class Square(Shape):
    def area(self):
        return super().area() + 4


class Real(Square):
    name = 'real'

    @classmethod
    def make(cls):
        return cls()


for cls in (Shape, Square):
    try:
        cls()
    except TypeError as error:
        print(error)
    print(sorted(cls.__abstractmethods__))
print(Real.make().area(), Real.__abstractmethods__, isinstance(Real(), Shape))


class One(abc.ABC):
    @abc.abstractmethod
    def only(self):
        ...


try:
    One(1, 2)
except TypeError as error:
    print(error)
