# A function is an object with attributes.
def f(a: int, b: 'text' = 2, *, c=3) -> str:
    """Documentation of f."""
    local = a
    return local


print(f.__name__, f.__qualname__, f.__module__, f.__doc__)
print(f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__dict__, f.__closure__)
code = f.__code__
print(
    code.co_name,
    code.co_argcount,
    code.co_kwonlyargcount,
    code.co_posonlyargcount,
    code.co_varnames,
    code.co_firstlineno,
)
f.calls = 0
f.calls += 1
print(f.calls, f.__dict__)
f.__name__ = 'renamed'
f.__doc__ = None
print(f.__name__, f.__qualname__, f.__doc__)


def attempt(name, value):
    try:
        setattr(f, name, value)
        print('done')
    except Exception as error:
        print(type(error).__name__, error)


attempt('__name__', 5)
attempt('__qualname__', 5)
attempt('__defaults__', 5)
attempt('__defaults__', (1, 2))
attempt('__kwdefaults__', 5)
attempt('__code__', 5)
attempt('__dict__', 5)
attempt('__annotations__', 5)
attempt('__closure__', ())
attempt('__globals__', {})
attempt('__module__', 'elsewhere')
print(f())


def g():
    return 'code of g'


f.__code__ = g.__code__
f.__kwdefaults__ = None
print(f(), f.__globals__ is globals(), g.__code__ == g.__code__)
print((lambda: 0).__name__, (lambda: 0).__qualname__, g.__annotations__)
