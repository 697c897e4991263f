# A generator runs up to each yield.
def count(n):
    print('started')
    for i in range(n):
        yield i
    print('finished')
    return 'result'


g = count(2)
print(type(g).__name__, iter(g) is g)
print(next(g))
print(next(g))
try:
    next(g)
except StopIteration as stop:
    print('stopped', stop.value)
print(next(g, 'default'), list(g))


def squares(limit):
    n = 0
    while True:
        if n * n > limit:
            return
        yield n * n
        n += 1


print(list(squares(50)), sum(squares(50)), 25 in squares(50), dict(enumerate(squares(5))))


def fibonacci():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


f = fibonacci()
print([next(f) for _ in range(10)])
first, second, *rest = squares(30)
print(first, second, rest)


def empty():
    return
    yield


print(list(empty()), g.gi_running, g.gi_frame, f.gi_frame is not None)
print(count.__name__, f.__name__, f.__qualname__, (x for x in ()).__name__)
