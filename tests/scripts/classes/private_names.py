# Names with two leading underscores are mangled inside a class.
class T:
    __private = 1

    def __init__(self):
        self.__value = 'v'
        self.__dunder__ = 'not mangled'

    def get(self):
        return self.__value, self.__private

    def local(self):
        __x = 5
        return list(locals())

    def nested(self):
        def inner():
            return self.__value

        return inner()

    def argument(self, __a):
        return __a


class _Leading:
    def __method(self):
        return 'leading underscores of the class are dropped'

    def call(self):
        return self.__method()


t = T()
print(t.get(), t.local(), t.nested(), sorted(t.__dict__))
print(t._T__value, T._T__private)
print(sorted(name for name in dir(T) if 'private' in name))
print(_Leading().call(), '_Leading__method' in _Leading.__dict__)
print(t.argument(1))
try:
    t.argument(__a=1)
except TypeError as error:
    print(error)
try:
    t.__value
except AttributeError as error:
    print(error)
print(getattr(t, '_T__value'))


class U(T):
    def get2(self):
        return self.__value


try:
    U().get2()
except AttributeError as error:
    print(error)
