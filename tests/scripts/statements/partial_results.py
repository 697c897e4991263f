# Operands that a later operand rebinds, results that never come about, and the order of evaluation.
def f(x):
    y = x + (x := 10) + x
    z = [x, (x := 3), x]
    d = {x: (x := 4), (x := 5): x}
    c = x < (x := 9) < x + 1
    t = (x, (x := 1)), x
    s = f'{x}{(x := 2)}{x}'
    print(y, z, d, c, t, s)
    x += (x := 100)
    print(x)
    l = [1, 2, 3]
    i = 0
    i, l[i] = 1, 9
    print(i, l)
    l[i], i = i, 2
    print(i, l)
    (a, b), c = (c := (1, 2)), c
    print(a, b, c)
    x = x or (x := 3)
    k = print(x, (x := 5), x)
    o = x.__add__((x := 7))
    print(o, x)
    return x if (x := 0) else (x, y)
print(f(1))
def g(a=None):
    x = 'old'
    try:
        x = [a() for _ in range(2)]
    except ZeroDivisionError:
        print('x is', x)
    try:
        x = a() or 1/0
        x = (a and 1/0) or 2
    except TypeError: print('te', x)
    except ZeroDivisionError: print('x is', x)
    try: x, y = 1, a()
    except ZeroDivisionError: print('x is', x)
    try: x = a.b.c
    except AttributeError: print('x is', x)
    try: x = {**{'a': 1}, **a}
    except TypeError as e: print('x is', x, e)
    try: x = 1 < 2 < a()
    except ZeroDivisionError: print('x is', x)
    try: x = -(lambda: 1/0)()
    except ZeroDivisionError: print('x is', x)
    try: x = f'{x}' + f'{a()}'
    except ZeroDivisionError: print('x is', x)
    try: print(y)
    except UnboundLocalError as e: print(e)
g(lambda: 1 / 0)
def order():
    log = []
    def n(x, r=None):
        log.append(x); return r
    class O(dict):
        def __setattr__(s, k, v): log.append('set ' + k)
        def __getattr__(s, k): log.append('get ' + k); return 1
        def __setitem__(s, k, v): log.append('setitem')
        def __getitem__(s, k): log.append('getitem'); return 1
    o = O()
    n('o1', o).a = n('o2', o)[n('k')] = n('v')
    n('o', o)[n('k')] += n('v', 1)
    n('o', o).x += n('v', 1)
    {n('k1'): n('v1'), n('k2'): n('v2')}
    n('f', lambda *a, **k: None)(n('a1'), *n('a2', []), k=n('k'), **n('kw', {}))
    n('f', lambda *a, **k: None)(k=n('k'), *n('a2', []))
    @n('d1', lambda f: f)
    @n('d2', lambda f: f)
    def q(a=n('def'), *, b: n('ann')=n('kwdef')) -> n('ret'): pass
    n('o', o)[n('l'):n('u'):n('s')]
    n('a', 1) if n('t') else n('e')
    n('a') < n('b') if 0 else n('x')
    n("z")
    print(log)
try: order()
except SyntaxError: pass
