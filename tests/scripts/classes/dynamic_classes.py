# type(name, bases, namespace) is what a class statement calls.
def speak(self):
    return self.word


T = type('T', (), {'word': 'hello', 'speak': speak, '__doc__': 'made by hand'})
print(T, T().speak(), T.__doc__, T.__module__, T.__qualname__)
U = type('U', (T,), {'word': 'bye'})
print(U().speak(), U.__mro__)
print(type(U) is type, type(5), type('x') is str)


def attempt(*args):
    try:
        print(type(*args))
    except Exception as error:
        print(type(error).__name__, error)


attempt()
attempt(1, 2)
attempt('T', 5, {})
attempt('T', (), 5)
attempt(5, (), {})
attempt('T', (5,), {})
attempt('T', (int, str), {})
attempt('T', (bool,), {})
attempt('T', (type(None),), {})
attempt('T', (T, T), {})
attempt('T', (object, T), {})
attempt('a\0b', (), {})
attempt('has space', (), {})
attempt('T', (), {'__slots__': 5})
attempt('T', (), {}, 5)
