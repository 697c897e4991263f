# types.coroutine of a function that is no generator function: what it answers is made awaitable.
import types


async def coroutine(): pass


def generator():
    yield


@types.coroutine
def returns_coroutine():
    return coroutine()


c = returns_coroutine()
print(type(c).__name__)
c.close()


@types.coroutine
def returns_other():
    return 5


print(returns_other())
@types.coroutine
def wraps():
    class Like:
        def send(self, v): pass
        def throw(self, *a): pass
        def close(self): pass
        def __iter__(self): return self
        def __next__(self): return 1
    return generator()


w = wraps()
print(type(w).__name__)
