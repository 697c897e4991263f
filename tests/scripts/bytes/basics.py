# bytes: literals, items, methods.
b = b'hello\x00\xff'
print(
    b,
    b[0],
    b[-1],
    b[1:3],
    b[::-1],
    len(b),
    list(b[:3]),
    b'a' + b'b',
    b'ab' * 2,
    b'a' < b'b',
    b == b'hello\x00\xff',
    b == 'hello',
)
print(
    b'\n\t\\\'"',
    b"it's",
    rb'\n',
    b'\x41\101',
    b'ab',
    bytes(3),
    bytes([65, 66]),
    bytes(b'copy'),
    bytes('é', 'utf-8'),
    bytes(),
    bytes(range(3)),
)
print(
    104 in b,
    b'ell' in b,
    b'x' in b,
    b.find(b'l'),
    b.find(108),
    b.count(b'l'),
    b.index(b'o'),
    b.startswith(b'he'),
    b.endswith((b'x', b'\xff')),
)
print(
    b'a,b'.split(b','),
    b' a b '.split(),
    b'-'.join([b'x', bytearray(b'y')]),
    b'abc'.replace(b'b', b'BB'),
    b' x '.strip(),
    b'xax'.strip(b'x'),
    b'a\nb'.splitlines(),
    b'k=v'.partition(b'='),
)
print(
    b'aBc'.upper(),
    b'aBc'.lower(),
    b'ab cd'.title(),
    b'abc'.isalpha(),
    b'12'.isdigit(),
    b'x'.center(5, b'*'),
    b'7'.zfill(3),
    b'abc'.translate(bytes(range(256)), b'b'),
    b'a\tb'.expandtabs(2),
)
print(
    b.hex(),
    b.hex(':'),
    b.hex(' ', 2),
    bytes.fromhex('48 65 6c'),
    b'abc'.decode(),
    b'x'.removeprefix(b'x'),
    hash(b'a') == hash(b'a'),
    bytes.maketrans(b'a', b'b')[97],
)
for action in (
    lambda: b[100],
    lambda: b['a'],
    lambda: b + 'x',
    lambda: b'%d' % 'x',
    lambda: bytes('x'),
    lambda: bytes([300]),
    lambda: bytes(['a']),
    lambda: bytes(-1),
    lambda: bytes(1.5),
    lambda: bytes.fromhex('xx'),
    lambda: b'a'.join(['x']),
    lambda: b'a'.find('a'),
    lambda: 'a' in b'abc',
    lambda: 300 in b'',
    lambda: b'a'.split(b''),
    lambda: b < 'x',
    lambda: bytes(5, 'utf-8'),
    lambda: b'a'.startswith('a'),
    lambda: ord(b'ab'),
    lambda: b'a'.index(b'z'),
    lambda: int(b'x'),
    lambda: b'a'.replace('a', 'b'),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    b[0] = 1
except TypeError as error:
    print(error)
