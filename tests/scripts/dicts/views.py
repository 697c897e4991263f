# keys(), values() and items() are views: they follow the dictionary.
d = {'a': 1, 'b': 2}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items)
d['c'] = 3
print(keys, len(values), ('c', 3) in items, 'c' in keys, 3 in values, list(reversed(keys)))
print(
    sorted(keys & {'a', 'x'}),
    sorted(keys | ['z']),
    sorted(keys - {'a'}),
    sorted(keys ^ {'a', 'q'}),
    keys == {'a', 'b', 'c'},
    keys >= {'a'},
    keys.isdisjoint('xyz'),
)
print(
    sorted(items & {('a', 1)}),
    items == d.items(),
    d.values() == d.values(),
    keys.mapping['a'],
    type(keys).__name__,
)
for k, v in d.items():
    d[k] = v * 10
print(d)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def grow():
    for k in d:
        d[k + 'x'] = 1


def shrink():
    for k in list(d):
        del d[k]
    return d


def replace():
    e = {1: 1, 2: 2}
    for k in e:
        del e[k]
        e[k + 10] = 1


attempt(grow)
attempt(shrink)
attempt(replace)
attempt(lambda: keys[0])
attempt(lambda: keys + ['x'])
attempt(lambda: keys < 5)
attempt(lambda: hash(keys))
attempt(lambda: next(keys))
it = iter({'x': 1})
print(next(it), next(it, 'end'), {}.keys(), {}.items(), {1: 2}.values())
