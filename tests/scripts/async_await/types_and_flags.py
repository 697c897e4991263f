# The flags of code, the names of types, and types.coroutine.
import types


async def coroutine(): pass


async def asyncgen():
    yield


def generator():
    yield


@types.coroutine
def marked():
    yield 1
    return 2


for f in (coroutine, asyncgen, generator, marked, lambda: 0):
    print(f.__name__, hex(f.__code__.co_flags & 0x3A0))
c, a, g = coroutine(), asyncgen(), generator()
print(types.CoroutineType is type(c), types.AsyncGeneratorType is type(a), types.GeneratorType is type(g))
print(type(marked()).__name__, isinstance(marked(), types.GeneratorType))
c.close()
try:
    types.coroutine(3)
except TypeError as e:
    print(e)
