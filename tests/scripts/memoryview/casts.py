# The same memory in items of another type, in one dimension or more.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
i.cast('B').tolist()
i.cast('h')
i.cast('b').cast('h').tolist()
i.cast('@B').format
i.cast('<i')
i.cast('z')
i.cast('ii')
i.cast('')
i.cast(1)
i.cast()
m.cast('i')[0]
m.cast('q')[0]
m[:3].cast('h')
m[::2].cast('B')
m.cast('B',[2,4]).tolist()
m.cast('B',(2,2,2)).tolist()
m.cast('B',[3,3])
m.cast('B',[-1])
m.cast('B',[0])
m.cast('B',['a'])
m.cast('B','ab')
m.cast('h',[2,2]).tolist()
m.cast('h',[2,2]).shape, m.cast('h',[2,2]).strides
m.cast('B',[8]).shape
m.cast('B',[])
len(m[:1].cast('B',[]))
list(m[:1].cast('B',[]))
m.cast('B',shape=[2,4]).tolist()
m.cast(format='B',shape=(4,2)).tolist()
nd.cast('B').tolist()
nd.cast('B',[2,6])
i[::2].cast('B')
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
