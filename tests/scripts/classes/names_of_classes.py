# What a class may be called, and what `__module__` has to do with `__firstlineno__`.
def attempt(f):
    try:
        print(f())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


class A:
    pass


def rename(name):
    A.__name__ = name
    return A.__name__, A.__qualname__


for name in ("B", "Ä", "B.A", "42", "", "A\0B", "A\udcdcB", b"A"):
    attempt(lambda: type(name, (), {}).__name__)
    attempt(lambda: rename(name))
    rename("A")

A = type("A", (), {"__firstlineno__": 42})
print(A.__dict__["__firstlineno__"])
A.__module__ = "elsewhere"
print("__firstlineno__" in A.__dict__)
A.__firstlineno__ = 43
print(A.__firstlineno__)
