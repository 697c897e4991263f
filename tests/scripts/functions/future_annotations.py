# Annotations kept as text: how expressions are written.
from __future__ import annotations
def f(a: int | None, b: "str", c: List[int, str], d: x.y[1:2, ::3, ...] = 1, *e: *Ts, f: lambda x, /, y=1, *z, w, **k: x + y, **g: {1: 2, **b}) -> (a if b else c): pass
print(f.__annotations__)
class C:
    a: -x ** -y
    b: (a, b)
    c: (a,)
    d: ()
    e: not a and b or c
    f: (a or b) and c
    g: a < b <= c is not d not in e
    h: f(1, *a, k=2, **b)
    i: [x for x in y if z if w for a, b in c]
    j: {x: y for x in z}
    k: (x for x in y)
    l: f(x for x in y)
    m: 'it\'s' "q\n"
    n: b'a\'b\x00'
    o: 1.5e300 + 1e-7 - 2j * 10000000000000000000000 @ 1e16
    p: f'{a!r:>{b}} {{x}} {1}'
    q: (lambda: 1)()
    s: a[b][c].d(e)
    t: (1).real
    u: a[1, 2]
    v: a[(1, 2), 3]
    w: a[*b]
    x: {1, 2}
    y: ~a + +b
    z: a ** b ** c
    aa: (a ** b) ** c
    ab: (a + b) * c - (d - e)
    ac: None is True
    ad: ...
    ag: a << b | c & d ^ e
    ah: 'é\u200b\x7f'
    ai: (a, *b)
    aj: a[:]
    ak: lambda: (1, 2)
    al: lambda *, a: a
    am: (a for a in (b if c else d))
    an: [a if b else c, (d, e)]
    ao: f'{x:{y}}{z=}'
    ap: f"{'a'}" 'b'
    aq: not (a == b)
    ar: -(-a)
    at: (not a) + b
    au: (lambda: a) if b else c
    av: a.b.c | d.e['f']
    aw: 1 if (2 if 3 else 4) else (5 if 6 else 7)
for k, v in C.__annotations__.items(): print(k, v)
