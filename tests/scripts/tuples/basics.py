# Tuples: like lists that never change.
t = (1, 'a', 2.5)
print(
    t,
    t[0],
    t[-1],
    t[1:],
    t[::-1],
    len(t),
    (),
    (1,),
    1,
    tuple('ab'),
    tuple([1, 2]),
    tuple(),
    (1, 2) + (3,),
    (0,) * 3,
)
print(
    t.index('a'),
    t.count(1),
    'a' in t,
    (1, 2) < (1, 3),
    (1,) < (1, 0),
    () < (0,),
    (1, 2) == (1, 2),
    (1, 2) == [1, 2],
    hash((1, 2)) == hash((1, 2)),
)
x = 1, 2
a, b = x
(c, d), e = (1, 2), 3
(f,) = [9]
[g, h] = 'xy'
print(x, a, b, c, d, e, f, g, h)
a, b = b, a
first, *middle, last = 1, 2, 3, 4
*init, tail = 'abc'
head, *nothing = [1]
print(a, b, first, middle, last, init, tail, head, nothing)
print(
    {(1, 2): 'key'}[1, 2],
    ((1, (2, (3,))),),
    (None,),
    ('it\'s',),
    tuple(x for x in range(3)),
    *(1, 2),
    (*(1,), 2),
)
t = ([1], 2)
t[0].append('inside')
print(
    t,
    t is tuple(t),
    t[:] is t,
    t == ([1, 'inside'], 2),
    sorted([(2, 'b'), (1, 'z'), (2, 'a')]),
    max((1, 2), (1, 3)),
)
for action in (
    lambda: t[5],
    lambda: t['a'],
    lambda: t + [1],
    lambda: t.append,
    lambda: hash(t),
    lambda: (1, 2).index(3),
    lambda: t * 1.5,
    lambda: t < [1],
    lambda: tuple(5),
    lambda: t(),
    lambda: (1, 'a') < (1, 2),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    t[0] = 1
except TypeError as error:
    print(error)
try:
    t[0] += ['and yet']
except TypeError as error:
    print(error, t)
try:
    del t[0]
except TypeError as error:
    print(error)
