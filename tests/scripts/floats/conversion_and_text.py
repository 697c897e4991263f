# Reading and writing floats.
for text in (
    '1.5',
    ' 1.5\n',
    '-1',
    '1e5',
    '1E-5',
    '.5',
    '5.',
    'inf',
    '-Infinity',
    'NaN',
    '1_000.5',
    '0x1p3',
    '',
    '.',
    '1e',
    'e5',
    '1.5.2',
    '1 2',
    'infinit',
    '--1',
    '1__0',
    'nan1',
):
    try:
        print(repr(text), float(text))
    except ValueError as error:
        print(error)
print(float(5), float(True), float(10**20), float(), float(b'2.5'), float('1e400'), float('1e-400'))
print([1.0, 0.1, 1e100, 1.5e-10, 123456.789, 1e7, 12345678901234567890.0, 0.00001234])
print(
    (0.1).hex(),
    (1.5).hex(),
    (-0.0).hex(),
    float('inf').hex(),
    float.fromhex('0x1.8p+1'),
    float.fromhex('ff'),
    float.fromhex('-0x.8p0'),
)
print(
    (1.1).__repr__(),
    str(1.1),
    f'{1.1}',
    '%s' % 1.1,
    '%r' % 1.1,
    repr(1e16),
    repr(9007199254740993.0),
    4.35,
    4.349999999999999,
)
