# Asynchronous comprehensions and generator expressions (PEP 530).
def run(coroutine):
    try:
        coroutine.send(None)
    except StopIteration as e:
        return e.value


async def numbers(n):
    for i in range(n):
        yield i


async def double(x):
    return 2 * x


async def main():
    print([x async for x in numbers(4)])
    print({x % 2 async for x in numbers(4)})
    print({x: x * x async for x in numbers(3) if x})
    print([await double(x) for x in range(3)])
    print([(x, y) async for x in numbers(2) for y in 'ab'])
    print([(x, y) for x in 'ab' async for y in numbers(2) if await double(y)])
    print([[y async for y in numbers(x)] for x in range(3)])
    print([y async for x in numbers(2) if x async for y in numbers(3) if y])
    g = (x async for x in numbers(3))
    print(type(g), g.__name__)
    print([x async for x in g])
    h = (await double(x) for x in (1, 2))
    print(type(h).__name__, [x async for x in h])
    total = 0
    for n in [await double(1), await double(2)]:
        total += n
    fs = [lambda: x async for x in numbers(3)]
    return total, [f() for f in fs]


print(run(main()))


def sync():
    return (x async for x in numbers(2))


print(type(sync()).__name__)
