# What may be awaited: coroutines, generators marked by types.coroutine, and objects with __await__.
import types


def run(coroutine):
    try:
        while True:
            print('yielded', coroutine.send(None))
    except StopIteration as e:
        return e.value


class Awaitable:
    def __init__(self, *values):
        self.values = values

    def __await__(self):
        for v in self.values:
            yield v
        return len(self.values)


async def inner():
    return await Awaitable('a', 'b')


async def outer():
    return await inner() + await Awaitable()


print(run(outer()))


class Returns:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        return self.what


async def wait(what):
    return await what


async def nothing():
    pass


def generator():
    yield


for what in (1, None, 'text', generator(), Returns(1), Returns([]), Returns(iter([1, 2]))):
    try:
        print(run(wait(what)))
    except TypeError as e:
        print(e)
c = nothing()
try:
    print(run(wait(Returns(c))))
except TypeError as e:
    print(e)
c.close()

c = inner()
first, second = wait(c), wait(c)
print(first.send(None))
try:
    second.send(None)
except RuntimeError as e:
    print(e)
first.close()


async def fails():
    raise KeyError('k')


async def handles():
    try:
        await fails()
    except KeyError as e:
        return repr(e)
    finally:
        await Awaitable('cleanup')


print(run(handles()))


async def deep(n):
    return 0 if n == 0 else 1 + await deep(n - 1)


print(run(deep(500)))
try:
    run(deep(2000))
except RecursionError as e:
    print(e)
