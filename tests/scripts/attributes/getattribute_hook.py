# __getattribute__ sees every access, __setattr__ every assignment, __delattr__ every deletion.
class T:
    def __init__(self):
        self.x = 1

    def __getattribute__(self, name):
        print('get', name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print('set', name)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print('del', name)
        object.__delattr__(self, name)

    def method(self):
        return self.x


t = T()
print(t.x)
print(t.method())
del t.x
try:
    t.x
except AttributeError as error:
    print(error)
t.__dict__['direct'] = 1
print(hasattr(t, 'direct'))
print(len([t]), t == t)


class Both:
    def __getattribute__(self, name):
        raise AttributeError('from getattribute')

    def __getattr__(self, name):
        return f'getattr after all: {name}'


print(Both().anything)


class Frozen:
    def __setattr__(self, name, value):
        raise AttributeError(f'cannot set {name!r}')


try:
    Frozen().x = 1
except AttributeError as error:
    print(error)
