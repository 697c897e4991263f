# Restoring state goes straight into __dict__: no __init__, no __setattr__.
import pickle


class Guarded:
    def __init__(self):
        print('__init__')
        object.__setattr__(self, 'x', 1)

    def __setattr__(self, name, value):
        raise AttributeError('guarded')


print(pickle.loads(pickle.dumps(Guarded())).x)


class Watched:
    __slots__ = ('a', '__dict__')

    def __setattr__(self, name, value):
        print('set', name, value)
        object.__setattr__(self, name, value)


w = Watched()
w.a, w.b = 1, 2
print('loading')
again = pickle.loads(pickle.dumps(w))
print(again.a, again.b)


class Propertied:
    def __init__(self):
        self.__dict__['value'] = 'in the dictionary'

    @property
    def value(self):
        return 'from the property, over ' + self.__dict__['value']


print(pickle.loads(pickle.dumps(Propertied())).value)
