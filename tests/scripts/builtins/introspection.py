# type, isinstance, callable, dir, vars, id, repr, help texts.
class T:
    """T's documentation."""

    x = 1

    def method(self):
        """Documentation of the method."""


t = T()
t.y = 2
print(type(t), type(t) is T, isinstance(t, T), issubclass(T, object), callable(T), callable(t), vars(t))
print(T.__doc__, T.method.__doc__, [n for n in dir(t) if n[0] != '_'])
print(id(t) == id(t), id(t) != id(T()), repr('x'), ascii('é'), type(type), type(int), type(len), type(print))
print(
    len.__name__,
    len.__qualname__,
    len.__module__,
    len.__self__.__name__,
    [].append.__self__,
    'x'.join.__self__,
)
print(hasattr(len, '__call__'), len.__call__([1]), int.__call__('5'), type.__call__(int, '7'))
print(
    int.__mro__,
    bool.__bases__,
    type.__bases__,
    object.__bases__,
    int.__name__,
    int.__qualname__,
    int.__module__,
)
print(len.__doc__)
print(
    isinstance(len, type(print)),
    type(None),
    type(...),
    type(NotImplemented),
    type(type(t).method),
    type(t.method),
)
print(callable(lambda: 0), callable(None), callable(type), callable(type('C', (), {'__call__': None})()))
print(__name__, __doc__, type(__builtins__).__name__, globals()['__name__'])
