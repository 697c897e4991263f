# Functions as values.
def compose(*functions):
    def composed(x):
        for function in reversed(functions):
            x = function(x)
        return x

    return composed


def apply(function, *args):
    return function(*args)


print(compose(str, lambda x: x + 1, lambda x: x * 2)(5))
print(apply(max, 3, 1, 2), apply(lambda *a: a, 1, 2), apply(lambda: 'nothing'))
print(sorted(['bb', 'a', 'ccc'], key=len), sorted([3, -1, 2], key=lambda x: -x))
print(list(map(lambda x, y: x + y, [1, 2], [10, 20])), list(filter(lambda x: x > 1, [1, 2, 3])))
print(max(['apple', 'fig'], key=len), min([1, -5], key=abs))
operations = {'+': lambda a, b: a + b, '-': lambda a, b: a - b}
print(operations['+'](2, 3), operations['-'](2, 3))
choose = lambda n: 'even' if n % 2 == 0 else 'odd'
print([choose(n) for n in range(3)])
print((lambda x: lambda y: x + y)(1)(2), (lambda *a, **k: (a, k))(1, b=2), (lambda x=5: x)())
y = lambda f: (lambda x: x(x))(lambda x: f(lambda *args: x(x)(*args)))
print(y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10))


def returns_nothing():
    pass


def returns_many():
    return 1, *[2, 3]


print(returns_nothing(), returns_many(), (lambda: (yield))().__class__.__name__)
