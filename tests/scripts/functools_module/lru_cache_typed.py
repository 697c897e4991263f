# With typed=True equal arguments of different types are different.
import functools


@functools.lru_cache(typed=True)
def kind(x):
    return type(x).__name__


@functools.lru_cache
def untyped(x):
    return type(x).__name__


print(kind(1), kind(1.0), kind(True), untyped(3), untyped(3.0))
print(kind.cache_info(), kind.cache_parameters())


@functools.lru_cache(maxsize=0)
def never(x):
    return x


print(never(1), never(1), never.cache_info())


@functools.lru_cache(maxsize=-5)
def negative(x):
    return x


print(negative.cache_parameters())


class C:
    @functools.lru_cache
    def method(self, x):
        print('called')
        return x


c = C()
print(c.method(1), c.method(1), C.method.cache_info().hits)
