# partial: a function with some of its arguments given.
import functools

base_two = functools.partial(int, base=2)
print(base_two('1010'), base_two.func is int, base_two.args, base_two.keywords)


def f(*args, **kwargs):
    return args, kwargs


p = functools.partial(f, 1, a=1)
q = functools.partial(p, 2, a=5, b=6)
print(q(3, c=7), q.args, q.keywords, q.func is f)
print(p(a=9), repr(functools.partial(print, 1, sep='')))
p.note = 'x'
print(p.__dict__, functools.partial(p, 2).func is p)
for call in (
    lambda: functools.partial(),
    lambda: functools.partial(3),
    lambda: setattr(p, 'func', 1),
    lambda: functools.partial(f).nothing,
    lambda: functools.partial(lambda a: a)(1, 2),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
