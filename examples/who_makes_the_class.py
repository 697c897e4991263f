"""A class is made by its metaclass: a class statement calls it with a name, bases and a namespace."""
import pickle


class Announcing(type):
    def __new__(metaclass, name, bases, namespace):
        names = [key for key in namespace if not key.startswith('__')]
        print(f'{metaclass.__name__} makes {name} with {names}')
        return super().__new__(metaclass, name, bases, namespace)

    def __call__(cls, *args):
        print(f'{cls.__name__} is called')
        return super().__call__(*args)


class Base(metaclass=Announcing):
    x = 1


class Derived(Base):            # the metaclass is inherited
    def method(self):
        pass


instance = Derived()
print(type(instance), type(Derived), type(Announcing))

# However it was made, a class pickles as a name.
print(pickle.dumps(Derived), pickle.loads(pickle.dumps(Derived)) is Derived)
