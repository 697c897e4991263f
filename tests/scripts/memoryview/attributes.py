# What a view says of itself, and what it refuses.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
memoryview()
memoryview(1)
memoryview('a')
memoryview(b'a',1)
memoryview(object=b'abc').tolist()
memoryview(obj=b'a')
m.format, m.itemsize, m.nbytes, m.ndim, m.shape, m.strides, m.suboffsets, m.readonly, m.c_contiguous, m.f_contiguous, m.contiguous
r.readonly
r.obj
m.obj is b
m < b
i.tolist()
i.format
i.tobytes()
list(nd)
len(nd)
hash(m)
hash(i)
hash(rel)
{r: 1}[b'hello world!']
c.tolist()
q.tolist()
d.tolist()
len(rel)
list(rel)
memoryview(rel)
memoryview(m).obj is b
97 in m
'a' in m
list(reversed(m))
list(m)
m + m
m * 2
type(m)
memoryview.__name__, memoryview.__module__, memoryview.__doc__
int.from_bytes(m[:2],'big')
memoryview(io.BytesIO())
m.tolist(1)
m.index(98)
m.count(97)
m.__class_getitem__
isinstance(m, memoryview)
issubclass(memoryview, object)
type('X',(memoryview,),{})
min(m), max(m), sum(m), sorted(m)
tuple(m[2:5])
m.nbytes, i.nbytes, nd.nbytes, len(i)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
