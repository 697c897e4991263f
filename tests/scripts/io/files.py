# open: text and binary files.
import io

path = 'written_by_test.tmp'
with open(path, 'w', encoding='utf-8') as f:
    print(f.write('first\nsecond é\n'), f.name, f.mode, f.closed, f.encoding, type(f).__name__)
    print('printed', file=f)
    f.writelines(['a\n', 'b'])
print(f.closed)
with open(path, encoding='utf-8') as f:
    print(repr(f.readline()), f.readlines(), repr(f.read()))
with open(path, encoding='utf-8') as f:
    print([line.rstrip('\n') for line in f])
with open(path, 'rb') as f:
    print(f.read(8), f.tell(), f.seek(0), f.readline(), f.mode, type(f).__name__)
with open(path, 'a', encoding='utf-8') as f:
    f.write('\nappended')
with open(path, 'r+', encoding='utf-8') as f:
    f.write('FIRST')
    f.seek(0)
    print(repr(f.read()))
with open(path, 'wb') as f:
    print(f.write(b'\x00\x01\xff'), f.write(bytearray(b'more')))
print(open(path, 'rb').read(), open(path, 'rb').readlines())
f = open(path, 'w')
f.close()
f.close()


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: f.write('x'))
attempt(lambda: f.read())
attempt(lambda: open('no/such/file'))
attempt(lambda: open(path, 'q'))
attempt(lambda: open(path, 'rw'))
attempt(lambda: open(path, 'rb', encoding='utf-8'))
attempt(lambda: open(path, 'x'))
attempt(lambda: open(path).write('x'))
attempt(lambda: open(path, 'wb').write('text'))
attempt(lambda: open(path, 'w').write(b'bytes'))
attempt(lambda: open(path, 'w').read())
attempt(lambda: open(5.5))
attempt(lambda: open('.'))
attempt(lambda: open(''))
attempt(lambda: open(path, mode=5))
try:
    open('missing.txt')
except FileNotFoundError as error:
    print(
        error.errno,
        error.filename,
        error.strerror,
        issubclass(io.UnsupportedOperation, (OSError, ValueError)),
    )
