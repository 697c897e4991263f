# A released view shows nothing any more, and its object may change its size again.
import io
import pickle

b = bytearray(b"abc")
with memoryview(b) as m:
    print(m.tolist(), m.readonly)
    try:
        b.append(1)
    except BufferError as error:
        print(error)
b.append(1)
print(b, repr(m)[:18])
for use in (lambda: m[0], lambda: m.tolist(), lambda: len(m), lambda: m.format, lambda: m.obj, lambda: bytes(m),
            lambda: list(m), m.__enter__, lambda: memoryview(m), lambda: m.cast("B"), m.hex, m.toreadonly,
            lambda: hash(m), lambda: m == m, lambda: m == b, lambda: b"" + m):
    try:
        print(use())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
print(m.release())

first = memoryview(b)
second = memoryview(first)[1:]
first.release()
print(second.tolist())
try:
    b.clear()
except BufferError as error:
    print(error)
second.release()
b.clear()
print(b)

data = bytes(range(5))
view = memoryview(data)
bytes(memoryview(b)[0:])
b.extend(view)
print(b, bytes(view[1:3]))

f = io.BytesIO(b"hello")
g = f.getbuffer()
print(g.tolist(), g.readonly, len(g))
for use in (lambda: f.write(b"x" * 20), lambda: f.truncate(1), f.close, lambda: f.read(), lambda: f.seek(0)):
    try:
        print(use())
    except BufferError as error:
        print(error)
g[0] = 74
print(f.getvalue())
g.release()
f.seek(0, 2)
f.write(b" there")
print(f.getvalue())

p = pickle.PickleBuffer(bytearray(b"abcd"))
raw = p.raw()
print(raw.tolist(), raw.readonly, raw.format, raw.nbytes)
p.release()
try:
    p.raw()
except ValueError as error:
    print(error)
print(pickle.PickleBuffer(memoryview(b"abcd").cast("h")).raw().shape)
