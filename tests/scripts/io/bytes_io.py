# io.BytesIO: a binary file in memory.
import io

f = io.BytesIO(b'first\nsecond\nthird')
print(f.read(3), f.tell(), f.readline(), f.read(), f.read(), f.seek(0), f.read1(2), f.readinto(bytearray(3)))
print(f.seek(0), f.readlines(), f.seek(-5, 2), f.read(), f.seek(0), list(f))
f.seek(0)
print(f.write(b'FIRST'), f.getvalue(), f.write(bytearray(b'!')), f.seek(0, 1), f.getvalue())
b = bytearray(4)
f.seek(0)
print(f.readinto(b), b, f.truncate(2), f.getvalue(), f.seek(5), f.write(b'x'), f.getvalue())
with io.BytesIO() as g:
    g.writelines([b'a', b'b'])
    print(g.getvalue(), g.readable(), g.writable(), g.seekable(), g.closed)
print(g.closed)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: g.read())
attempt(lambda: g.getvalue())
attempt(lambda: f.write('text'))
attempt(lambda: f.write(5))
attempt(lambda: io.BytesIO('text'))
attempt(lambda: f.seek(-1))
attempt(lambda: f.seek(0, 9))
attempt(lambda: f.read('x'))
attempt(lambda: f.readinto(b'read only'))
attempt(lambda: f.truncate(-1))
attempt(lambda: f.fileno())
attempt(lambda: f.nope)


class Counting(io.BytesIO):
    writes = 0

    def write(self, data):
        self.writes += 1
        return super().write(data)


c = Counting(b'start')
c.seek(0, 2)
c.write(b'x')
print(c.writes, c.getvalue(), isinstance(c, io.BytesIO))
print(
    io.BytesIO(b'a\nb').readline(1),
    io.BytesIO().read(),
    io.BytesIO(initial_bytes=b'k').getvalue(),
    io.SEEK_SET,
    io.SEEK_CUR,
    io.SEEK_END,
)
