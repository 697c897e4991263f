# dir() lists names sorted, from the instance, its class and the bases; __dir__ can answer instead.
class A:
    a = 1


class B(A):
    b = 2

    def method(self):
        pass


def public(obj):
    return [name for name in dir(obj) if not name.startswith('_')]


x = B()
x.own = 3
print(public(x), public(B), public(A))
print([name for name in dir(object)])
print([name for name in dir(x) if name not in dir(object)])


class C:
    def __dir__(self):
        return ['z', 'a']


print(dir(C()))


def function():
    first = 1
    second = 2
    return dir()


print(function())


class Bad:
    def __dir__(self):
        return 5


try:
    dir(Bad())
except TypeError as error:
    print(error)
print('append' in dir([]), 'append' in dir(tuple), '__len__' in dir([]))
