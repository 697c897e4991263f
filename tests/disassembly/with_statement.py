def f(a):
    with a as x, g(x) as a.b:
        return x
