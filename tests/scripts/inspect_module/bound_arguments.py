# Binding arguments to a signature.
from inspect import signature


def f(a, b=2, /, c=3, *args, d, e=5, **kw): pass
def g(a, b): pass
def h(a, /, b): pass
def k(*, x): pass


def show(*fs):
    for f in fs:
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)


s = signature(f)
bound = s.bind(1, 2, 3, 4, 5, d=6, z=7)
print(bound, bound.args, bound.kwargs, bound.arguments)
bound = s.bind(1, d=4)
print(bound)
bound.apply_defaults()
print(bound, bound.args, bound.kwargs, bound.signature is s)
print(s.bind_partial(), s.bind_partial(1), bound == s.bind(1, d=4))
show(lambda: s.bind(), lambda: s.bind(1), lambda: signature(g).bind(1), lambda: signature(g).bind(1, 2, 3),
     lambda: signature(g).bind(1, a=2), lambda: signature(g).bind(1, 2, c=3), lambda: signature(h).bind(a=1, b=2),
     lambda: signature(k).bind(), lambda: signature(k).bind(1), lambda: signature(k).bind(x=1),
     lambda: signature(g).bind(b=1), lambda: signature(g).bind_partial(b=1))
