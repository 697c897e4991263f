# A metaclass is the class of a class: it makes it and decides how it behaves.
class Meta(type):
    def __new__(meta, name, bases, namespace, **keywords):
        print('new', name, bases, list(namespace), keywords)
        return super().__new__(meta, name, bases, namespace)

    def __init__(cls, name, bases, namespace, **keywords):
        print('init', cls, keywords)
        super().__init__(name, bases, namespace)

    def __call__(cls, *args):
        print('call', cls.__name__, args)
        return super().__call__(*args)

    def on_class(cls):
        return f'called on {cls.__name__}'

    def __repr__(cls):
        return f'<{cls.__name__}>'


class T(metaclass=Meta, option=1):
    def __init__(self, *args):
        print('instance', args)


class U(T):
    pass


T(1)
print(U.on_class(), type(U), isinstance(U, Meta), U)
try:
    U().on_class()
except AttributeError as error:
    print(error)
print(Meta.__mro__, type(Meta))
