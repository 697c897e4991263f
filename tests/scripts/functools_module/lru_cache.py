# lru_cache remembers answers, and which were used last.
import functools


@functools.lru_cache(maxsize=2)
def square(n):
    print('computing', n)
    return n * n


print(square(2), square(3), square(2), square(4), square(3))
print(square.cache_info(), square.cache_parameters(), square.__wrapped__(5), square.__name__)
square.cache_clear()
print(square.cache_info())


@functools.lru_cache
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(100), fib.cache_info())


@functools.cache
def keyed(*args, **kwargs):
    return len(args), sorted(kwargs)


print(keyed(1, a=2), keyed(1, a=2), keyed(a=2), keyed.cache_info())
try:
    keyed([])
except TypeError as error:
    print(error)
try:
    functools.lru_cache('x')
except TypeError as error:
    print(error)
