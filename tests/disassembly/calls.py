def f(o, a, *args, **kw):
    o.m(a, 1)
    o.m(a.b, g(a))
    g(a, b=1)
    o.m(x=a)
    g(*args, a, **kw, k=2)
    o.a.b().c[0][a](1)
    g()()
