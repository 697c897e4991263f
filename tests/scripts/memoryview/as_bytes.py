# Where bytes-like objects are taken, views are.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
bytes(m[::2])
b'abcdefgh' == m
bytes(rel)
int.from_bytes(m[:2],'big')
b''.join([m,m[::2]])
b'x'+m
b+m[:2]
b'abc'.startswith(m[:2])
b'cde' in b'abcde'
m[2:4] in b'abcde'
bytes.fromhex('00').join([m])
str(m,'ascii')
str(m[::2],'ascii')
int(memoryview(b'12'))
float(memoryview(b'1.5'))
int(m)
b.find(m[2:4])
b.split(m[2:3])
b.replace(m[:1],m[1:2])
b'%s' % m
b'%b|%c' % (m[::2], m[0])
eval(m[:0])
eval(memoryview(b'1+1'))
bytes(memoryview(b'abc')[1:])
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
