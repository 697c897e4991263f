# async with awaits what __aenter__ and __aexit__ answer.
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


class Manager:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    async def __aenter__(self):
        await pause('enter ' + self.name)
        return self.name

    async def __aexit__(self, kind, value, traceback):
        await pause('exit ' + self.name)
        print(self.name, 'left by', kind and kind.__name__, value)
        return self.swallow


async def both():
    async with Manager('a') as a, Manager('b') as b:
        print(a, b)
    return 'done'


async def swallowed():
    async with Manager('s', True):
        1 / 0
    return 'went on'


async def raised():
    async with Manager('r'):
        raise KeyError(1)


async def leaves():
    for i in range(3):
        async with Manager(f'm{i}'):
            if i == 0:
                continue
            return i


for f in (both, swallowed, raised, leaves):
    try:
        print(f.__name__, run(f()))
    except Exception as e:
        print(type(e).__name__, e)


class Sync:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        return None


class OnlyEnter:
    async def __aenter__(self):
        return self


class NotAwaitable:
    def __aenter__(self):
        return 1

    def __aexit__(self, *args):
        return 2


class ExitNotAwaitable(Manager):
    def __aexit__(self, *args):
        return 3


async def use(manager):
    async with manager:
        pass


for manager in (Sync(), OnlyEnter(), NotAwaitable(), ExitNotAwaitable('x'), None):
    try:
        run(use(manager))
    except TypeError as e:
        print(e)

async def wrong():
    with Manager('m'):
        pass

try:
    run(wrong())
except TypeError as e:
    print(e)
