# Views are equal to what is bytes-like and has equal items.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
m[::2] == b'aceg'
m == b
m != b
m == 'abcdefgh'
m < b
b == m
b'abcdefgh' == m
m == memoryview(b'abcdefgh')
m == i
i == i[:]
i == memoryview(bytes(range(16)))
i.cast('<i')
hash(r[::2]) == hash(b'hlowrd')
c == b'abc'
c == memoryview(b'abc').cast('c')
i == [0]
i[0:2] == memoryview(bytes(range(8)))
d == memoryview(bytearray(16)).cast('d')
memoryview(bytearray(8)).cast('f') == memoryview(bytearray(16)).cast('d')
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
