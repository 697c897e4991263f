# Reading items and slices of a view, forwards, backwards and in steps.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
m[0], m[-1], m[7]
m[8]
m[-9]
m['a']
m[1.5]
m[None]
m[()]
m[...]
m[0,0]
m[1:3].tolist()
m[::2].tolist()
m[::-1].tolist()
m[::-2].tobytes()
m[10:].tolist()
m[3:1].shape
m[::2].strides, m[::-1].strides, m[::2].c_contiguous, m[::2].contiguous, m[1:1].contiguous
m[::2][1:].tolist()
m[::2].hex(), m.hex(':'), m.hex(':',2), m.hex(':',-3)
i[1]
i[1:3].tolist()
c[0]
m[2:4] in b'abcde'
i[::2].tolist()
i[::-1].tolist()
i[::2].tobytes()
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
