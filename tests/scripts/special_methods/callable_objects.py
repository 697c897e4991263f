# __call__ makes an instance callable.
class Adder:
    def __init__(self, n):
        self.n = n

    def __call__(self, *args, **keywords):
        return self.n + sum(args), keywords


add = Adder(10)
print(add(1, 2), add(*[1, 2, 3], key='k'), callable(add), callable(5), callable(Adder), callable(len))
print(list(map(add, [1, 2])))


class Decorator:
    def __init__(self, function):
        self.function = function
        self.calls = 0

    def __call__(self, *args):
        self.calls += 1
        return self.function(*args)


@Decorator
def double(x):
    return x * 2


print(double(4), double(5), double.calls)
instance = Adder(1)
instance.__call__ = lambda: 'on the instance: not used'
print(instance(1))
for value in 5, None, 'x', object(), [1], (1.5).real:
    try:
        value(1)
    except TypeError as error:
        print(error)
