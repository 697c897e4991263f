# bytearray: bytes that can be changed.
a = bytearray(b'hello')
a[0] = ord('J')
a[1:3] = b'EL'
a.append(33)
a.extend(b'??')
a += b'!'
print(a, len(a), a[0], a[-2:], type(a[:2]).__name__, bytes(a), a == b'JELlo!??!')
a.insert(0, 60)
print(a.pop(), a.pop(0), a)
a.remove(ord('?'))
a.reverse()
print(a, a.copy() is a, a.upper(), a.find(b'E'), list(a[:2]))
del a[0]
del a[::2]
print(a, a.hex(), a.decode())
a.clear()
print(
    a,
    bytearray(),
    bytearray(3),
    bytearray([1, 2]),
    bytearray('é', 'utf-8'),
    repr(bytearray(b"it's")),
    bytearray(b'x') * 3,
)
alias = a
alias += b'shared'
print(
    a,
    a is alias,
    bytearray(b'a') + b'b',
    b'a' + bytearray(b'b'),
    type(b'' + bytearray()).__name__,
    b'x' == bytearray(b'x'),
    bytearray(b'a') < b'b',
)
for action in (
    lambda: a.append(256),
    lambda: a.append('x'),
    lambda: a.extend('x'),
    lambda: a.extend([300]),
    lambda: a.pop(100),
    lambda: bytearray().pop(),
    lambda: a.remove(1),
    lambda: hash(a),
    lambda: a[100],
    lambda: {a: 1},
    lambda: a.index(b'zz'),
    lambda: bytearray('x'),
    lambda: a + 'x',
    lambda: a.insert('x', 1),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
try:
    a[0] = 256
except ValueError as error:
    print(error)
try:
    a[100] = 1
except IndexError as error:
    print(error)
