# close() and aclose() of the abstract Generator, Coroutine and AsyncGenerator: what is thrown into them has to end them.
from collections.abc import AsyncGenerator, Coroutine, Generator


class Reaction:
    def __init__(self, reaction):
        self.reaction = reaction

    def send(self, value):
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        if self.reaction is None:
            return 'go on'
        if self.reaction == 'as it is':
            super().throw(typ, val, tb)
        raise self.reaction

    def __await__(self):
        yield


class G(Reaction, Generator):
    pass


class C(Reaction, Coroutine):
    pass


class A(AsyncGenerator):
    def __init__(self, reaction):
        self.reaction = reaction

    async def asend(self, value):
        return await super().asend(value)

    async def athrow(self, typ, val=None, tb=None):
        if self.reaction is None:
            return 'go on'
        if self.reaction == 'as it is':
            await super().athrow(typ, val, tb)
        raise self.reaction


def awaited(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value


for reaction in None, 'as it is', StopIteration, StopAsyncIteration, ValueError('its own'):
    for ending in G(reaction).close, C(reaction).close, lambda: awaited(A(reaction).aclose()):
        try:
            print(reaction, ending())
        except Exception as error:
            print(reaction, type(error).__name__, error)

for args in (KeyError,), (KeyError, KeyError('k')), (KeyError, None, None), (KeyError('i'),), (3,):
    for cls in G, C:
        try:
            cls('as it is').throw(*args)
        except Exception as error:
            print(type(error).__name__, error)
print(list(G(None)))
try:
    awaited(anext(A(None)))
except StopAsyncIteration as error:
    print(repr(error))
