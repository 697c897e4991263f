# Names are looked for in local, enclosing, global and builtin scope.
len_was = len
x = 'global'


def outer():
    x = 'enclosing'

    def inner():
        x = 'local'
        return x

    def reads():
        return x

    return inner(), reads()


print(outer(), x)


def shadow():
    len = lambda obj: 'shadowed'
    return len([])


print(shadow(), len([]))
len = lambda obj: 'global len'
print(len([1]))
del len
print(len([1]), len is len_was)


def list():
    return 'not the type'


print(list())
del list
print(list('ab'))


class C:
    x = 'class'

    def method(self):
        return x

    y = x
    z = (lambda: x)()


print(C().method(), C.y, C.z)


def class_in_function():
    x = 'function'

    class D:
        a = x
        x = 'own'
        b = x

        def m(self):
            return x

    return D.a if False else D.b, D().m()


try:
    print(class_in_function())
except NameError as error:
    print(error)


def loops():
    for i in range(3):
        pass
    return i


print(loops())
