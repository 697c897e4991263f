def f(p):
    a, b = b, a = p
    a, b = b, a + b
    a, (b, *c), p.x = p
    p[a], p.y = b, c
    return [*a, 1, *b], {**a, 'x': b}, (*a,)
