# nonlocal and global say which variable an assignment means.
x = 'global'


def f():
    x = 'f'

    def g():
        nonlocal x
        x = 'changed by g'

    def h():
        global x
        x = 'changed by h'

    def local():
        x = 'local'
        return x

    g()
    print(x, local())
    h()
    return x


print(f(), x)


def make_global():
    global brand_new
    brand_new = 'made'


make_global()
print(brand_new)


def unbound():
    print(x)
    x = 1


try:
    unbound()
except UnboundLocalError as error:
    print(type(error).__name__, error)


def conditional(flag):
    if flag:
        value = 1
    return value


print(conditional(True))
try:
    conditional(False)
except UnboundLocalError as error:
    print(error)


def delete():
    global brand_new
    del brand_new


delete()
try:
    brand_new
except NameError as error:
    print(type(error).__name__, error)


def accumulate():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total

    return [add(n) for n in (1, 2, 3)]


print(accumulate())
