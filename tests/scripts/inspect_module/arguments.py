# getfullargspec, getcallargs and their kin.
import inspect


def f(a, b=2, *args, c, d: int = 4, **kw) -> str: pass
def g(x, y): pass


def show(*fs):
    for f in fs:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


print(inspect.getfullargspec(f))
print(inspect.getfullargspec(g))
print(inspect.getargs(f.__code__))
show(lambda: inspect.getfullargspec(5))
show(lambda: inspect.getcallargs(f, 1, c=3), lambda: inspect.getcallargs(f, 1, 2, 3, c=3, z=1), lambda: inspect.getcallargs(g, 1, 2),
     lambda: inspect.getcallargs(g), lambda: inspect.getcallargs(g, 1), lambda: inspect.getcallargs(g, 1, 2, 3),
     lambda: inspect.getcallargs(g, 1, x=1), lambda: inspect.getcallargs(g, z=1), lambda: inspect.getcallargs(f, 1))


def frame(p, q=1, *rest, **more):
    info = inspect.getargvalues(inspect.currentframe())
    return inspect.formatargvalues(*info)


print(frame(1, 2, 3, k=4))
