# Readers of encoded streams: what size and chars say, ends of lines, wrong bytes behind a line, wrappers of both directions.
import codecs
import copy
import io

text = 'aä€\U0001f600z\r\nline\r\rß\nend'
for encoding in 'utf-8', 'utf-8-sig', 'utf-16', 'utf-16-be', 'utf-32':
    data = text.encode(encoding)

    def reader():
        return codecs.getreader(encoding)(io.BytesIO(data))

    print(encoding, list(reader()))
    r = reader()
    print(r.read(2), ascii(r.read(4, 2)), r.read(-1, 1), repr(r.read(chars=1)), repr(r.readline()), repr(r.read()))
    r = reader()
    print(r.readline(3), r.readline(1), r.readline(0, False), r.readlines(keepends=False))
    r = reader()
    print(repr(r.readline()), r.seek(0), repr(r.readline(keepends=False)))

for data in b'ok\nbad\xff\nmore', b'one\ntwo\xff':
    r = codecs.getreader('utf-8')(io.BytesIO(data))
    for _ in range(3):
        try:
            print(repr(r.readline()))
        except UnicodeDecodeError as error:
            print(error)

both = codecs.StreamReaderWriter(io.BytesIO(b'a\xc3\xa4\nb'), codecs.getreader('utf-8'), codecs.getwriter('utf-8'))
print(both.encoding, both.readline(), next(both), both.readlines())
both.seek(0)
both.writelines(['ß', 'x'])
print(both.getvalue())
recoder = codecs.EncodedFile(io.BytesIO('äö\nü\n'.encode('utf-16')), 'latin-1', 'utf-16')
print(recoder.data_encoding, recoder.file_encoding, recoder.read(1), recoder.readline(), recoder.readlines())
for wrapper in both, recoder, codecs.getwriter('utf-8')(io.BytesIO()), codecs.getreader('utf-8')(io.BytesIO()):
    try:
        copy.copy(wrapper)
    except TypeError as error:
        print(error)

for name, plain in ('rot13', 'Hello'), ('hex', b'Hello'):
    info = codecs.lookup(name)
    coded = codecs.encode(plain, name)
    print(info.name, coded, codecs.decode(coded, name), info.incrementalencoder().encode(plain))
    stream = io.StringIO() if name == 'rot13' else io.BytesIO()
    info.streamwriter(stream).write(plain)
    print(stream.getvalue())
print(codecs.getreader('hex')(stream).read(), codecs.getreader('hex')(io.BytesIO(b'4865')).read())
for digits in b'abc', 'zz':
    try:
        codecs.decode(digits, 'hex')
    except ValueError as error:
        print(error)
