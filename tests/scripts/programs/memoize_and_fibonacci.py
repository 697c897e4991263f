# A decorator that remembers, four ways to Fibonacci.
def memoize(function):
    known = {}

    def remembering(*args):
        if args not in known:
            known[args] = function(*args)
        else:
            remembering.hits += 1
        return known[args]

    remembering.hits = 0
    remembering.known = known
    return remembering


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def naive(n):
    return n if n < 2 else naive(n - 1) + naive(n - 2)


def iterative(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a


def doubling(n):
    if n == 0:
        return 0, 1
    a, b = doubling(n // 2)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n % 2 else (c, d)


print(fib(100), fib.hits, len(fib.known), iterative(100), doubling(100)[0], naive(15))
print(iterative(300) == doubling(300)[0] == fib(300), str(doubling(1000)[0])[:20])


@memoize
def ackermann(m, n):
    if m == 0:
        return n + 1
    return ackermann(m - 1, 1 if n == 0 else ackermann(m, n - 1))


print(ackermann(2, 8), ackermann.hits)


class cached_property:
    def __init__(self, function):
        self.function = function

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        value = instance.__dict__[self.name] = self.function(instance)
        return value


class Data:
    @cached_property
    def total(self):
        print('computing')
        return sum(range(1000))


d = Data()
print(d.total, d.total, vars(d))
del d.total
print(d.total)
