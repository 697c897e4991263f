# The format mini-language for numbers.
for spec in (
    '',
    'd',
    '5',
    '<5',
    '^5',
    '>5',
    '05',
    '+',
    ' ',
    '-',
    '*^7',
    'x',
    'X',
    '#x',
    'o',
    '#o',
    'b',
    '#b',
    '#010x',
    ',',
    '_',
    '_x',
    'c',
    'n',
    'e',
    '.2f',
    '%',
    '=+6',
    '08b',
    '+,d',
):
    print(repr(spec), repr(format(97, spec)), repr(format(-97, spec)) if spec != 'c' else '')
for spec in (
    '',
    'f',
    '.0f',
    '.3f',
    '10.2f',
    '<10.2f',
    '010.2f',
    '+.1f',
    'e',
    '.2e',
    'E',
    'g',
    '.3g',
    'G',
    '%',
    '.1%',
    ',',
    ',.2f',
    '_.3f',
    '#.0f',
    '#g',
    '.10',
    '5',
    'n',
    '=+10.1f',
    '.15g',
    '.17g',
    'z.0f',
):
    print(
        repr(spec), repr(format(1234.5678, spec)), repr(format(-0.00001234, spec)), repr(format(1e20, spec))
    )
for value in float('inf'), float('nan'), 0.0, -0.0, 1e300, 123456789.0, 0.1, 100.0:
    print(
        f'{value} {value:.2f} {value:e} {value:g} {value:10.3g}| {value:010.1f} {value:+} {value:,} {value:.0%}'
    )
print(
    f'{10**20:,} {10**20:x} {2**70:_b} {-(10**15):,d} {12345678901234567890:e} {True:5} {True:d} {1.5:08}'
)
for value, spec in (
    (1, 's'),
    (1, '.2'),
    (1.5, 'd'),
    (1.5, 'x'),
    ('a', 'd'),
    ('a', '='),
    (1, '5 5'),
    (1, ',,'),
    (1, ',_'),
    (1, 'q'),
    (1.5, 'c'),
    (1114112, 'c'),
    (1, '+c'),
    (1, ',x'),
    ('a', ','),
    (1, '#s'),
    ('x', '+'),
    (1, '.3d'),
    ([], 's'),
    (1, '{}'),
    (1.5, '.'),
    ('a', '.-1'),
):
    try:
        print(repr(format(value, spec)))
    except Exception as error:
        print(value, spec, type(error).__name__, error)
