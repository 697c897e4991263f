# str.format: positions, names, attributes, items, nested fields.
print(
    '{} {}'.format('a', 'b'),
    '{1} {0} {1}'.format('a', 'b'),
    '{name} is {age}'.format(name='Ada', age=36),
    '{{}} {}'.format(1),
    '{0}{1}{x}'.format(1, 2, x=3),
)
print(
    '{0[1]}'.format(['a', 'b']),
    '{0[key]} {0[1]}'.format({'key': 'v', 1: 'int'}),
    '{0.real} {0.__class__.__name__}'.format(5),
    '{a.b[0]}'.format(a=type('A', (), {'b': [9]})),
)
print('{:>5}|{:<5}|{:^5}|{:*^7}|{:.2f}|{:05d}|{:,}'.format('a', 'b', 'c', 'd', 3.14159, 42, 1234567))
print(
    '{:{}} {:{w}.{p}f}|{!r} {!s} {!a}'.format('x', 5, 3.14159, 'q', 'r', 'é', w=8, p=1),
    '{0:{1}}'.format(7, '03'),
    '{:}'.format(1),
    '{!r:>6}'.format('a'),
)
print(
    '{:s} {:10}| {:>10}| {:.3} {:5.1}|'.format('a', 'left', 'right', 'truncate', 'xyz'),
    '{:d}'.format(True),
    '{}'.format([1, 'a']),
    '{:%}'.format(0.5),
)
print(
    '{a}{b}'.format_map({'a': 1, 'b': 2}),
    format('x', '>3'),
    format(3.5),
    format(5, 'b'),
    ''.format(),
    'plain'.format(1, 2),
)


class Default(dict):
    def __missing__(self, key):
        return f'<{key}>'


print('{known} {unknown}'.format_map(Default(known='k')))
for action in (
    lambda: '{}'.format(),
    lambda: '{0} {}'.format(1, 2),
    lambda: '{} {0}'.format(1),
    lambda: '{x}'.format(),
    lambda: '{'.format(),
    lambda: '}'.format(),
    lambda: '{0.nope}'.format(1),
    lambda: '{0[5]}'.format([1]),
    lambda: '{0[k]}'.format({}),
    lambda: '{!x}'.format(1),
    lambda: '{:d}'.format('a'),
    lambda: '{:5'.format(1),
    lambda: '{0[}'.format([]),
    lambda: '{!}'.format(1),
    lambda: '{0!rr}'.format(1),
    lambda: '{:{}}'.format(1),
    lambda: '{a.}'.format(a=1),
    lambda: '{[0]}'.format([7]),
    lambda: '{.real}'.format(7),
    lambda: format(1, 5),
    lambda: '{:y}'.format(1),
    lambda: '{-1}'.format(1),
    lambda: '{0[-1]}'.format([1]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
