# An async def with a yield makes an asynchronous generator (PEP 525).
import types


@types.coroutine
def pause(v):
    return (yield v)


def drive(awaitable, *sent):
    it = awaitable.__await__()
    log = []
    try:
        log.append(it.send(None))
        for v in sent:
            log.append(it.send(v))
    except StopIteration as e:
        log.append(('value', e.value))
    except BaseException as e:
        log.append((type(e).__name__, str(e)))
    return log


async def gen():
    got = yield 1
    print('got', got)
    x = await pause('p')
    print('x', x)
    try:
        got = yield 2
    except ValueError as e:
        print('caught', e)
        yield 'after'
    finally:
        print('finally')


g = gen()
print(type(g), g.__name__, g.ag_running, g.ag_await, g.ag_code.co_name, g.__aiter__() is g)
print(drive(g.__anext__()))
print(drive(g.asend('sent'), 'resumed'))
print(drive(g.athrow(ValueError('thrown'))))
print(drive(g.aclose()))
print(drive(g.__anext__()))
print(drive(g.asend(1)), drive(g.aclose()), drive(g.athrow(KeyError('k'))))
print(g.ag_frame)

g = gen()
print(drive(g.asend('x')))
print(drive(g.athrow(KeyError('k'))))
g = gen()
print(drive(g.aclose()), drive(g.__anext__()))

a = gen().__anext__()
drive(a)
for again in (lambda: a.send(None), lambda: a.throw(ValueError), lambda: next(a)):
    try:
        again()
    except RuntimeError as e:
        print(e)
print(a.close())
c = gen().aclose()
drive(c)
try:
    c.send(None)
except RuntimeError as e:
    print(e)

g = gen()
drive(g.__anext__())
first = g.__anext__()
print(first.send(None), g.ag_running)
for second in (g.__anext__(), g.aclose(), g.athrow(ValueError)):
    print(drive(second))
first.close()
print(g.ag_running)


async def ignores():
    try:
        yield 1
    except GeneratorExit:
        yield 2


g = ignores()
drive(g.__anext__())
print(drive(g.aclose()))


async def stops(which):
    yield
    raise which


for which in (StopIteration, StopAsyncIteration):
    g = stops(which)
    drive(g.__anext__())
    print(drive(g.__anext__()))


async def collect():
    return [x async for x in gen()]


print(drive(collect(), 'y'))
try:
    type(g)()
except TypeError as e:
    print(e)
try:
    iter(g)
except TypeError as e:
    print(e)
