# Frames, the stack, and tracebacks.
import inspect


def inner():
    frame = inspect.currentframe()
    print(frame.f_code.co_name, frame.f_lineno, frame.f_back.f_code.co_name)
    info = inspect.getframeinfo(frame)
    print(info.lineno, info.function, info.code_context, info.index)
    for entry in inspect.stack():
        print(entry.function, entry.lineno, entry.code_context)
    return inspect.getframeinfo(frame.f_back, context=3)


def outer():
    return inner()


print(outer().code_context)
try:
    1 / 0
except ZeroDivisionError:
    for entry in inspect.trace():
        print(entry.function, entry.lineno, entry.code_context)


def gen():
    local = 1
    yield
    yield


g = gen()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
next(g)
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))
g.close()
print(inspect.getgeneratorstate(g), inspect.getgeneratorlocals(g))


async def coro():
    pass


c = coro()
print(inspect.getcoroutinestate(c))
c.close()
print(inspect.getcoroutinestate(c))
