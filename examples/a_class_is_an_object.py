"""A class statement makes an object and sticks a name on it, as any other statement does."""


class Dog:
    legs = 4

    def speak(self):
        return f'{type(self).__name__} on {self.legs} legs'


Hound = Dog                     # a second name for the same class
print(Hound is Dog, Hound.__name__)

zoo = [Dog, int, type]          # classes in a list, like anything else
print([cls.__name__ for cls in zoo])

rex = Dog()
Dog.legs = 3                    # the class changes; its instances ask it
print(rex.speak())

# The class statement is a call: type(name, bases, namespace).
Cat = type('Cat', (Dog,), {'legs': 4})
print(Cat().speak(), Cat.__mro__)

# And since a class is an object, it has a class.
print(type(rex), type(Dog), type(type))
