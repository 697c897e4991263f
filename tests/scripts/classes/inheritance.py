# Methods are looked up along the bases; super() continues the search.
class Animal:
    sound = '...'

    def __init__(self, name):
        self.name = name

    def speak(self):
        return f'{self.name} says {self.sound}'

    def __repr__(self):
        return f'{type(self).__name__}({self.name!r})'


class Dog(Animal):
    sound = 'woof'


class Puppy(Dog):
    def speak(self):
        return super().speak() + ' softly'

    def __init__(self, name, age):
        super().__init__(name)
        self.age = age


for animal in Animal('it'), Dog('Rex'), Puppy('Bit', 1):
    print(animal, animal.speak(), [c.__name__ for c in type(animal).__mro__])

print(issubclass(Puppy, Animal), issubclass(Animal, Puppy), isinstance(Puppy('x', 1), (int, Dog)))
print(Animal.__subclasses__(), Dog.__subclasses__(), Puppy.__subclasses__())
print(Puppy.speak is Dog.speak, Dog.speak is Animal.speak)
Animal.sound = 'changed'
print(Animal('it').speak(), Dog('Rex').speak())
