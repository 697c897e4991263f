# Every kind of parameter.
def f(a, b=2, /, c=3, *args, d, e=5, **rest):
    return a, b, c, args, d, e, rest


print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, e=7, x=8, b=9))
print(f(*[1, 2], **{'d': 3, 'c': 4}))
print(f(*'ab', *(1, 2), d=0, **{'y': 1}, **{'z': 2}))


def only_positional(a, b=0, /):
    return a, b


def only_keyword(*, a, b=0):
    return a, b


def rest_only(*args, **rest):
    return args, rest


print(only_positional(1), only_keyword(a=1), rest_only(), rest_only(1, self=2, args=3))


def order(x):
    print('evaluating', x)
    return x


rest_only(order(1), *[order(2)], order(3), k=order(4), **{'l': order(5)})


def defaults(a=order('default, once')):
    return a


print(defaults(), defaults())
print(f.__defaults__, f.__kwdefaults__, only_keyword.__kwdefaults__)
only_positional.__defaults__ = (10, 20)
print(only_positional())
print((lambda a, *b, c=3, **d: (a, b, c, d))(1, 2, c=4, e=5))
