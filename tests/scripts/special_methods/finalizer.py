# __del__ runs when the last reference goes.
class T:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


a = T('a')
b = a
del a
print(b)
print([T('x'), T('y')])
missing = object()


class Missing:
    def __missing__(self, key):
        return 'plain classes have no __missing__'


try:
    Missing()['k']
except TypeError as error:
    print(error)


class Default(dict):
    def __missing__(self, key):
        self[key] = value = key * 2
        return value


d = Default()
print(d['a'], d, d.get('b'), 'b' in d)
