# __prepare__ gives the namespace in which the body runs.
class Log(dict):
    def __setitem__(self, key, value):
        print('set', key)
        super().__setitem__(key, value)

    def __missing__(self, key):
        if key.startswith('auto_'):
            return f'made up: {key}'
        raise KeyError(key)


class Meta(type):
    @classmethod
    def __prepare__(meta, name, bases, **keywords):
        print('prepare', meta.__name__, name, bases, keywords)
        return Log(injected='from prepare')

    def __new__(meta, name, bases, namespace, **keywords):
        return super().__new__(meta, name, bases, dict(namespace))

    def __init__(cls, *args, **keywords):
        super().__init__(*args)


class T(metaclass=Meta, flag=True):
    a = 1
    b = injected
    c = auto_value

    def method(self):
        pass


print(T.a, T.b, T.c, T.injected, type(T.__dict__).__name__)


class BadPrepare(type):
    @classmethod
    def __prepare__(meta, name, bases):
        return 5


try:

    class Bad(metaclass=BadPrepare):
        pass
except TypeError as error:
    print(error)
