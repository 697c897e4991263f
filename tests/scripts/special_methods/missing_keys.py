# __missing__ answers for a key that a subclass of dict lacks.
class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Default()
print(d['a'], d, d.get('b'), 'b' in d)


class Refusing(dict):
    def __missing__(self, key):
        raise LookupError(f'nothing for {key!r}')


try:
    Refusing(a=1)['b']
except LookupError as error:
    print(type(error).__name__, error)


class NoDict:
    def __missing__(self, key):
        return 'plain classes have no __missing__'


try:
    NoDict()['k']
except TypeError as error:
    print(error)
instance = Default()
instance.__missing__ = lambda key: 'on the instance: not asked'
print(instance['c'])
