# int() reads text in any base; ints print in any base.
print(
    int('42'),
    int(' -42\n'),
    int('+7'),
    int('1_000'),
    int('ff', 16),
    int('0xff', 16),
    int('0b101', 0),
    int('0o17', 0),
    int('z', 36),
    int('100', 2),
)
print(
    int(3.99),
    int(-3.99),
    int(True),
    int(),
    int(b'12'),
    int('٣'),
    int('7', base=8),
    int(1e20),
    int(bytearray(b'5')),
)
print(bin(10), bin(-10), oct(8), hex(255), hex(-255), hex(0), str(5), repr(-5))
for args in (
    ('',),
    ('4.2',),
    ('1__0',),
    ('_1',),
    ('0x10',),
    ('12', 2),
    ('g', 16),
    ('08', 0),
    ('1', 37),
    ('- 1',),
    ('1 2',),
    (None,),
    ([],),
    ('1\0',),
    (float('nan'),),
    (float('inf'),),
    (b'x',),
    (1, 2),
    ('1', 1),
):
    try:
        print(args, int(*args))
    except Exception as error:
        print(args, type(error).__name__, error)
print(0b1010, 0o17, 0xFF, 1_000_000, 0x_FF, 00, 0b1, 0xAB)
print(
    (5).real,
    (5).imag,
    (5).numerator,
    (5).denominator,
    (5).conjugate(),
    (5).is_integer(),
    (5).as_integer_ratio(),
    True.real,
)
print(
    (1024).to_bytes(2, 'big'),
    (1024).to_bytes(4, 'little'),
    (-1).to_bytes(2, 'big', signed=True),
    (255).to_bytes(),
)
print(
    int.from_bytes(b'\x04\x00', 'big'),
    int.from_bytes(b'\xff\xff', 'big', signed=True),
    int.from_bytes([1, 2], 'little'),
    int.from_bytes(b''),
)
for action in (
    lambda: (256).to_bytes(1, 'big'),
    lambda: (-1).to_bytes(1, 'big'),
    lambda: (1).to_bytes(1, 'x'),
    lambda: int.from_bytes(5, 'big'),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(
    (10).bit_length(),
    (0).bit_length(),
    (-10).bit_length(),
    (10).bit_count(),
    (5).__class__,
    int.__name__,
    (7).__add__(3),
    (7).__radd__('x'),
    (7).__truediv__(2),
)
