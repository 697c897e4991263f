# A coroutine is an object that is driven by send(), throw() and close(), as a generator is.
import types


@types.coroutine
def suspend(value):
    got = yield value
    return got


async def add(a, b):
    x = await suspend(('first', a))
    y = await suspend(('second', b))
    return a + b, x, y


c = add(1, 2)
print(type(c), c.__name__, c.__qualname__, c.cr_code is add.__code__)
print(c.cr_running, c.cr_suspended, c.cr_await, c.cr_origin)
print(c.send(None), c.cr_suspended, type(c.cr_await).__name__)
print(c.send('x'))
try:
    c.send('y')
except StopIteration as e:
    print(e.value)
print(c.cr_frame, c.cr_suspended)
for use in (lambda: c.send(None), lambda: c.throw(ValueError), c.close):
    try:
        print(use())
    except RuntimeError as e:
        print(e)

c = add(1, 2)
try:
    c.send(1)
except TypeError as e:
    print(e)
c.send(None)
try:
    c.throw(ValueError('thrown'))
except ValueError as e:
    print(type(e).__name__, e)

for wrong in (lambda: iter(c), lambda: next(c), lambda: [*c], lambda: type(c)(), lambda: list(c)):
    try:
        wrong()
    except TypeError as e:
        print(e)


async def swallow():
    try:
        await suspend(1)
    except GeneratorExit:
        await suspend(2)


c = swallow()
c.send(None)
try:
    c.close()
except RuntimeError as e:
    print(e)
c.close()


async def stops():
    raise StopIteration(1)


try:
    stops().send(None)
except RuntimeError as e:
    print(e, repr(e.__cause__))

w = add(5, 6).__await__()
print(type(w).__name__, iter(w) is w, next(w), w.send(0))
w.close()
c = add(0, 0)
c.__name__ = 'renamed'
c.__qualname__ = 'other.renamed'
print(c.__name__, repr(c).split(' at ')[0])
c.close()
print(c.cr_frame)
