# A worked example: a metaclass that keeps a table of its classes and checks them.
class Registered(type):
    table = {}

    def __new__(meta, name, bases, namespace, *, key=None):
        if bases and 'run' not in namespace:
            raise TypeError(f'{name} must define run()')
        cls = super().__new__(meta, name, bases, namespace)
        if key is not None:
            if key in meta.table:
                raise ValueError(f'{key!r} is already {meta.table[key].__name__}')
            meta.table[key] = cls
        return cls

    def __init__(cls, name, bases, namespace, **keywords):
        super().__init__(name, bases, namespace)


class Command(metaclass=Registered):
    pass


class Build(Command, key='build'):
    def run(self):
        return 'building'


class Test(Command, key='test'):
    def run(self):
        return 'testing'


print([(key, cls().run()) for key, cls in Registered.table.items()])
try:

    class Idle(Command):
        pass
except TypeError as error:
    print(error)
try:

    class Again(Command, key='test'):
        run = None
except ValueError as error:
    print(error)
try:

    class Wrong(Command, kex='x'):
        run = None
except TypeError as error:
    print(error)
