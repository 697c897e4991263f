# Wrong calls and what they say.
def f(a, b, c=3, *, d, e=5):
    pass


def g(a, b, /):
    pass


def h():
    pass


def i(a, b=1, *args):
    pass


def attempt(function, *args, **keywords):
    try:
        function(*args, **keywords)
        print('fine')
    except TypeError as error:
        print(error)


attempt(f)
attempt(f, 1)
attempt(f, 1, 2)
attempt(f, 1, 2, 3, 4)
attempt(f, 1, 2, 3, 4, d=1)
attempt(f, 1, 2, d=1, a=1)
attempt(f, 1, 2, d=1, x=1)
attempt(f, 1, 2, d=1, dd=1)
attempt(g, 1)
attempt(g, 1, b=2)
attempt(g, a=1, b=2)
attempt(g, 1, 2, 3)
attempt(h, 1)
attempt(h, 1, 2)
attempt(h, x=1)
attempt(i)
attempt(lambda x: x)
attempt(lambda x, y, z: x, 1)
attempt(lambda *, k: k)
attempt(lambda *, k, l, m: k)
try:
    f(**{5: 1})
except TypeError as error:
    print(error)
try:
    f(**5)
except TypeError as error:
    print(error)
try:
    f(*5)
except TypeError as error:
    print(error)
try:
    f(**{'d': 1}, **{'d': 2})
except TypeError as error:
    print(error)
try:
    f(d=1, **{'d': 2})
except TypeError as error:
    print(error)
try:
    [].append(*1)
except TypeError as error:
    print(error)
