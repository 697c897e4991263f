# io.StringIO: a text file in memory.
import io

f = io.StringIO('first\nsecond\nthird')
print(repr(f.read(3)), f.tell(), repr(f.readline()), repr(f.read()), repr(f.read()), f.seek(0))
print(f.readlines(), f.seek(0), [line for line in f], f.getvalue() == 'first\nsecond\nthird')
f.seek(0, 2)
print(f.write('\nmore'), f.getvalue()[-10:], f.writelines(['a', 'b']))
f.seek(2)
f.write('XX')
print(f.getvalue()[:8], f.truncate(5), repr(f.getvalue()))
with io.StringIO() as g:
    print('printed', 1, file=g)
    g.write('written')
    print(repr(g.getvalue()), g.readable(), g.writable(), g.seekable(), g.closed)
print(g.closed)
h = io.StringIO('abc\n')
print(h.readline(2), next(h), list(h), h.read(0) == '', h.seek(0), h.read(-1), h.seek(1), h.read(None))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: g.getvalue())
attempt(lambda: g.read())
attempt(lambda: g.write('x'))
attempt(lambda: h.write(b'bytes'))
attempt(lambda: h.write(5))
attempt(lambda: io.StringIO(5))
attempt(lambda: io.StringIO(b'x'))
attempt(lambda: h.seek(-1))
attempt(lambda: h.seek(1, 1))
attempt(lambda: h.seek(0, 5))
attempt(lambda: h.read('x'))
attempt(lambda: next(io.StringIO('')))
attempt(lambda: h.truncate(-1))
print(isinstance(h, io.TextIOBase), issubclass(io.StringIO, io.IOBase), type(h).__module__)
s = io.StringIO()
s.seek(3)
s.write('gap')
print(
    repr(s.getvalue()),
    io.StringIO('a\r\nb\rc').readlines(),
    io.StringIO('a\r\nb\rc', newline=None).readlines(),
)
