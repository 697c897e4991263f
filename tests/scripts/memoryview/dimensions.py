# A view of several dimensions.
b = bytearray(b"abcdefgh")
m = memoryview(b)
r = memoryview(b"hello world!")
i = memoryview(bytes(range(16))).cast("i")
nd = memoryview(bytes(range(12))).cast("B", [3, 4])
d = memoryview(bytearray(16)).cast("d")
c = memoryview(b"abc").cast("c")
q = memoryview(bytearray(8)).cast("?")

for call in """
nd[0]
nd[0,0], nd[2,3], nd[-1,-1]
nd[3,0]
nd[0,4]
nd[0,]
nd[0,0,0]
nd[0:1,0:1]
nd[0,0:1]
nd['a',0]
nd.tobytes(), nd.tobytes('F'), nd.tobytes('A'), nd.tobytes(None), nd.tobytes(order='C')
nd.tobytes('x')
nd.tobytes(1)
nd.f_contiguous, nd.c_contiguous, nd.contiguous
list(nd)
len(nd)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
