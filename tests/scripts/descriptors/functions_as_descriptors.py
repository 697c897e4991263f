# A function is a descriptor: taken from an instance it becomes a method.
def greet(self, word='hello'):
    return f'{word} from {self}'


class T:
    hello = greet

    def __repr__(self):
        return 'a T'


t = T()
print(t.hello(), T.hello(t, 'hi'), greet('anyone'))
bound = greet.__get__(5)
print(bound(), bound.__self__, bound.__func__ is greet, type(bound))
print(greet.__get__(None, T) is greet)
t.hello = greet
print(t.hello('the instance has a plain function'))

T.length = len
print(T.length is len, T().length([1, 2]))
T.lam = lambda self: self
print(T().lam())


class Callable:
    def __call__(self, *args):
        return args


T.callable = Callable()
print(T().callable(1))

method = t.__repr__
print(method(), method.__name__, method.__qualname__, method.__self__ is t)
print(str.upper.__get__('abc')(), (5).__add__(6), int.__add__(5, 6))
for wrong in (
    lambda: str.upper(5),
    lambda: str.upper(),
    lambda: int.__add__(1),
    lambda: int.__add__('a', 1),
    lambda: T.hello(),
):
    try:
        wrong()
    except TypeError as error:
        print(error)
