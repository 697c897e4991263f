# The methods of dict; the order is the order of insertion.
d = {'b': 1, 'a': 2}
d['c'] = 3
d['b'] = 10
print(d, len(d), d['a'], d.get('x'), d.get('x', 'default'), 'a' in d, 'x' not in d)
print(list(d), list(d.keys()), list(d.values()), list(d.items()), list(reversed(d)), sorted(d), max(d))
print(d.setdefault('a', 0), d.setdefault('new', []), d.pop('new'), d.pop('gone', 'default'), d.popitem(), d)
d.update({'x': 1}, y=2)
d.update([('z', 3)])
d.update(zip('pq', [7, 8]))
print(d)
del d['p'], d['q']
print(
    d.copy() == d,
    d.copy() is d,
    dict(d, extra=1),
    dict([('k', 'v')]),
    dict(a=1),
    dict(),
    {**d, 'x': 'over'},
    dict.fromkeys('ab', []),
)
print(
    {'a': 1} | {'b': 2} | {'a': 3},
    {1: 'i', 1.0: 'f', True: 'b'},
    {None: 1, (): 2, 'k': {}},
    {'a': 1} == {'a': 1.0},
    {1: 2, 3: 4} == {3: 4, 1: 2},
)
e = {'a': 1}
e |= [('c', 5)]
e['d'] = e
print(e, e['d']['d'] is e)
d.clear()
print(d, bool(d), {}.__len__())
order = {i: None for i in (3, 1, 2)}
del order[1]
order[1] = None
print(list(order), next(iter(order)), {k: v for k, v in sorted({'z': 1, 'y': 2}.items())})
for action in (
    lambda: {}['k'],
    lambda: {}[1, 2],
    lambda: {[]: 1},
    lambda: {}.pop('k'),
    lambda: {}.popitem(),
    lambda: dict(5),
    lambda: dict([1]),
    lambda: dict([(1, 2, 3)]),
    lambda: dict(['ab', 'cd']),
    lambda: {}.update(5),
    lambda: {} | [],
    lambda: {} < {},
    lambda: {}.nope,
    lambda: hash({}),
    lambda: {1: 2}[[]],
    lambda: {}.setdefault(),
    lambda: dict(**{1: 2}),
    lambda: {} + {},
    lambda: {}.get([]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    del {}['k']
except KeyError as error:
    print(error)
