# Loops, try, with, scopes and comprehensions in one another.
class CM:
    def __init__(s, n, sw=False): s.n=n; s.sw=sw
    def __enter__(s): print('enter', s.n); return s.n
    def __exit__(s, t, v, tb): print('exit', s.n, t and t.__name__, v); return s.sw
def a(k):
    for i in range(4):
        try:
            with CM('x') as x, CM('y', k == 3) as y:
                if i == 1: continue
                if i == 2 and k == 1: break
                if i == 2 and k == 2: return 'ret'
                if i == 3: raise ValueError(k)
                print('body', i)
        except ValueError as e:
            print('caught', e)
            try:
                raise KeyError('again') from e
            except KeyError as f:
                print(repr(f.__cause__), repr(f.__context__))
            if k == 4: return e.args
        else:
            print('else', i)
        finally:
            print('finally', i)
            if k == 5 and i == 2: break
    else:
        print('loop else')
    try: e
    except NameError as n: print(n)
    return 'end'
for k in range(6): print(a(k))
def b():
    try:
        return 1
    finally:
        try:
            return 2
        finally:
            print('inner')
print(b())
def c():
    for i in range(3):
        try: 1/0
        except ZeroDivisionError:
            try: continue
            finally: print('c', i)
        finally:
            if i == 1: break
    import sys
    print(sys.exc_info())
    while True:
        try:
            try: raise ValueError
            finally:
                break
        finally: print('w')
    return i
print(c())
def d():
    try:
        try: raise KeyError(1)
        except KeyError: raise
    except KeyError as e: print(repr(e), repr(e.__context__))
    try:
        try: raise KeyError(1)
        except KeyError as e: raise ValueError(2)
        finally: print('f')
    except ValueError as e: print(repr(e), repr(e.__context__))
    try: raise
    except RuntimeError as e: print(e)
    try:
        try: raise KeyError
        except (lambda: 1/0)(): pass
    except ZeroDivisionError as e: print(repr(e.__context__))
    try:
        try: raise KeyError
        except 5: pass
    except TypeError as e: print(e)
d()
def gen():
    try:
        x = yield 1
        print('got', x)
        try: yield 2
        except ValueError as e:
            print('in', e); yield 3
        finally: print('gf')
        yield 4
    finally:
        print('closed')
g = gen(); print(next(g), g.send('s'), g.throw(ValueError('v')), next(g)); g.close()
def fin():
    while True:
        try:
            yield 1
        finally:
            print('fin'); 
            break
    return 5
def dele():
    r = yield from fin(); print(r)
print(list(dele()))
class X:
    a = 1
    def f(self): return a
    b = [a for a in range(3)]
    c = a
    def g(self): return __class__, self.__p
    __p = 4
    try: d = [c for _ in [1]]
    except NameError as e: print(e)
    e = list(x for x in range(a))
    if 0: z = 1
    print(sorted(locals()))
    del a
    for q in b: pass
    class Y:
        def h(self): return X.c, __class__.__qualname__
print(X().g(), X.Y().h(), X.b, X.c, X.e, X.q)
a = 'global'
def outer():
    a = 'outer'
    class K:
        print(a)
        a = 'class'
        print(a)
        def m(self): return a
        l = lambda: a
    class L:
        nonlocal a
        a = 'changed'
    class M:
        global a
        print(a)
    return K().m(), K.l(), a
print(outer())
def comps():
    x = 'x'
    r = [x for x in range(3)], x, {x: [y for y in range(x)] for x in range(3)}, [(x, y) for x in range(3) for y in range(x) if x > y if y]
    fs = [lambda: x for x in range(3)], [lambda: x for _ in [1]]
    return r, [f() for f in fs[0]], [f() for f in fs[1]], x, [[(lambda: (x, z))() for x in 'ab'] for z in 'c']
print(comps())
def unb():
    for i in []: pass
    try: i
    except UnboundLocalError as e: print(e)
    try: [a for a in [1] for b in b]
    except UnboundLocalError as e: print(e)
    if i0: v = 1
    try: v
    except UnboundLocalError as e: print(e)
    def inner(): return late
    try: inner()
    except NameError as e: print(e)
    late = 1
    print(inner())
    del late
    try: inner()
    except NameError as e: print(e)
    try: late
    except NameError as e: print(e)
    while True:
        try: w; del w; w
        except UnboundLocalError as e: print(e); w = 1; w
        if i0: break
        globals()['i0'] = 1
i0 = 0
unb()
def ann(a: int, /, b: 'x' = 1, *c: float, d: str = '', **e: bytes) -> None:
    z: undefined_name
    y: undefined = 3
    return y
print(ann.__annotations__, ann(1))
m: int = 3
n: str
(o): int = 4
print(__annotations__)
assert 1, 'no'
try: assert 0, 'yes'
except AssertionError as e: print(e.args)
try: assert ()
except AssertionError as e: print(e.args)
def co(): return (x for x in (yield)), (yield 1), [(yield)]
print(0 if not 1 in (1,2) else 1, 1 if None is None else 2, not (i0 is not None), 5 in {1,5}, 3 not in [1,2])
