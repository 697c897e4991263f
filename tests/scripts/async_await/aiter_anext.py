# aiter() and anext().
import types


def run(awaitable):
    it = awaitable.__await__()
    try:
        return it.send(None)
    except StopIteration as e:
        return ('value', e.value)
    except StopAsyncIteration as e:
        return 'StopAsyncIteration'


async def gen():
    yield 1
    yield 2


g = aiter(gen())
print(run(anext(g)), run(anext(g)), run(anext(g)), run(anext(g, 'default')))
a = anext(g, None)
print(type(a).__name__, run(a))


class Custom:
    def __aiter__(self):
        return self

    async def __anext__(self):
        raise StopAsyncIteration


print(run(anext(Custom())), run(anext(Custom(), 5)))


class Bad:
    def __aiter__(self):
        return []


for wrong in (lambda: aiter([]), lambda: anext([]), lambda: aiter(Bad()), lambda: anext(iter([]), 1),
              lambda: aiter(), lambda: anext(), lambda: anext(1, 2, 3)):
    try:
        wrong()
    except TypeError as e:
        print(e)
