# The asynchronous managers, driven by hand.
import contextlib


def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as stop:
        return stop.value


@contextlib.asynccontextmanager
async def managed(n):
    print('in', n)
    try:
        yield n
    finally:
        print('out', n)


class Closing:
    async def aclose(self):
        print('aclose')


async def main():
    async with managed(1) as one:
        print(one)
    try:
        async with managed(2):
            raise ValueError('x')
    except ValueError as error:
        print(error)
    async with contextlib.aclosing(Closing()):
        print('inside')
    async with contextlib.nullcontext(3) as three:
        print(three)
    async with contextlib.AsyncExitStack() as stack:
        await stack.enter_async_context(managed(4))
        stack.callback(print, 'sync callback')

        async def later(text):
            print(text)

        stack.push_async_callback(later, 'async callback')

    @managed(5)
    async def decorated():
        print('decorated')

    await decorated()
    return 'done'


print(run(main()))
