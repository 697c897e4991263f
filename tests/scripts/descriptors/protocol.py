# A descriptor is an object on the class with __get__, and maybe __set__ and __delete__.
class Verbose:
    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner=None):
        print('get', self.name, 'on class' if instance is None else 'on instance', owner.__name__)
        return self if instance is None else instance.__dict__.get('_' + self.name)

    def __set__(self, instance, value):
        print('set', self.name, value)
        instance.__dict__['_' + self.name] = value

    def __delete__(self, instance):
        print('delete', self.name)
        del instance.__dict__['_' + self.name]


class T:
    x = Verbose('x')


t = T()
t.x = 5
print(t.x)
T.x
del t.x
print(t.x)
t.__dict__['x'] = 'ignored'
print(t.x)
print(T.__dict__['x'].__get__(t, T))
T.x = 'replaced'
print(t.x)


class SetOnly:
    def __set__(self, instance, value):
        instance.__dict__['y'] = value * 2


class U:
    y = SetOnly()


u = U()
print(type(u.y).__name__)
u.y = 21
print(u.y)
try:
    del u.y
except AttributeError as error:
    print(error)
