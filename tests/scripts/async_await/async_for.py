# async for: __aiter__ and __anext__, else, break, continue, and what is refused.
import types


@types.coroutine
def pause(v):
    yield v


def run(coroutine):
    try:
        while True:
            print('  paused', coroutine.send(None))
    except StopIteration as e:
        return e.value


class Count:
    def __init__(self, n):
        self.n = n
        self.i = 0

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self.i >= self.n:
            raise StopAsyncIteration
        self.i += 1
        await pause(self.i)
        return self.i


async def plain():
    out = []
    async for x in Count(3):
        out.append(x)
    else:
        out.append('else')
    return out


async def jumps():
    out = []
    async for x, y in Pairs():
        if x == 1:
            continue
        if x == 3:
            break
        out.append((x, y))
    else:
        out.append('else')
    return out


class Pairs(Count):
    def __init__(self):
        super().__init__(5)

    async def __anext__(self):
        return await super().__anext__(), 'y'


async def returns():
    async for x in Count(9):
        async for y in Count(2):
            if x == 2:
                return x, y


for f in (plain, jumps, returns):
    print(f.__name__, run(f()))


class Bad:
    def __aiter__(self):
        return 1


class BadNext:
    def __aiter__(self):
        return self

    def __anext__(self):
        return 2


class Raises(Count):
    async def __anext__(self):
        raise ValueError('inside')


async def loop(over):
    async for _ in over:
        pass


for over in ([], Bad(), BadNext(), Raises(1)):
    try:
        run(loop(over))
    except Exception as e:
        print(type(e).__name__, e, '|', repr(e.__cause__))
