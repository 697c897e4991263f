# Where await, async for and async with may stand.
def check(source):
    try:
        compile(source, '<test>', 'exec')
    except SyntaxError as e:
        print(e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print('fine')


check('await x')
check('def f(): await x')
check('lambda: await x')
check('class C: await x')
check('async for x in y: pass')
check('def f():\n    async for x in y: pass')
check('def f():\n    async with x: pass')
check('async with x: pass')
check('[x async for x in y]')
check('def f(): return [x async for x in y]')
check('def f(): return {x: await x for x in y}')
check('def f(): return (x async for x in y)')
check('def f(): return (await x for x in y)')
check('async def f():\n    yield from x')
check('async def f():\n    yield\n    return 1')
check('async def f():\n    yield\n    return')
check('async def f():\n    def g():\n        await x')
check('async def f(x=await y): pass')
check('async def f():\n    [(yield x) for x in y]')
check('async def f():\n    return [i for i in range(await x)]')
check('lambda: [x async for x in y]')
