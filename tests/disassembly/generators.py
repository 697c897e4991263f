def f(xs):
    x = yield
    y = yield from xs
    yield x, y
