# Defaults of type parameters (PEP 696).
type A[T = int, *Ts = *tuple[int, str], **P = [int]] = T
for p in A.__type_params__:
    print(p, p.has_default(), p.__default__)


def f[T, U = later](x: T): pass


T, U = f.__type_params__
print(T.has_default(), T.__default__, U.has_default())
try:
    U.__default__
except NameError as e:
    print(e)
later = 3
print(U.__default__)


def check(source):
    try:
        compile(source, '<test>', 'exec')
    except SyntaxError as e:
        print(e.msg, (e.lineno, e.offset, e.end_lineno, e.end_offset))
    else:
        print('fine')


check('def f[T = int, U](): pass')
check('class C[T = int, *Ts]: pass')
check('def f[T, T](): pass')
check('def f[T: (yield)](): pass')
check('def f[T: (x := 1)](): pass')
check('def f[T: (int, (yield))](): pass')
check('def f[T = (yield)](): pass')
check('async def g():\n    def f[T: await x](): pass')
check('type X = (yield)')
check('type X = (y := 3)')
check('class C[T]((yield)): pass')
check('def f[T](x: (y := 1)): pass')
check('type X = [y := 1 for x in z]')
check('def f[T]():\n    nonlocal T')
check('def f():\n    class C[T]:\n        nonlocal T')
check('def f[*Ts: int](): pass')
check('def f[T: int = str, **P = [int]](): pass')
