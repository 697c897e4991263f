# How classes, methods and instances are shown.
class T:
    class Inner:
        pass

    def method(self):
        pass


def function():
    class Local:
        pass

    return Local


def masked(text):
    start = text.find(' at 0x')
    return text if start < 0 else text[:start] + ' at ...>'


print(T, T.Inner, function())
print(masked(repr(T())), masked(repr(T.Inner())), masked(repr(T.method)), masked(repr(T().method)[:46]))
print(masked(repr(function)), masked(repr(lambda: 0)))
print(int, type, len, [].append.__qualname__, str.upper, int.__add__, (5).__add__.__qualname__)
print(T.__dict__['__dict__'], T.__dict__['__weakref__'])
print(
    type(T.__dict__['method']),
    type(T().method),
    type(len),
    type([].append),
    type(str.upper),
    type((5).__add__),
    type(int.__add__),
)
print(masked(repr(object())))
T.__module__ = 'elsewhere'
print(T, masked(repr(T())))
T.__module__ = 'builtins'
print(T)
try:
    del T.__module__
except TypeError as error:
    print(error)
