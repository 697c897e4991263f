# encode and decode.
text = 'añ€🐍'
for encoding in 'utf-8', 'utf-16-le', 'utf-16', 'utf-32-be', 'ascii', 'latin-1':
    try:
        data = text.encode(encoding)
        print(encoding, data, data.decode(encoding) == text)
    except UnicodeEncodeError as error:
        print(error, error.start, error.end, error.reason)
for errors in 'ignore', 'replace', 'backslashreplace', 'xmlcharrefreplace':
    print(errors, text.encode('ascii', errors))
for errors in 'strict', 'ignore', 'replace', 'backslashreplace', 'surrogateescape':
    try:
        print(errors, ascii(b'ab\xff\xc3c\xe2\x82'.decode('utf-8', errors)))
    except UnicodeDecodeError as error:
        print(error, error.start, error.end, error.reason)
for bad in b'\x80', b'\xc3', b'\xe2\x28\xa1', b'\xf0\x9f\x90', b'\xed\xa0\x80', b'\xf8', b'a\xc0\x80':
    try:
        print(bad.decode())
    except UnicodeDecodeError as error:
        print(error)
for action in (
    lambda: '\ud800'.encode(),
    lambda: '\ud800'.encode('utf-8', 'surrogatepass'),
    lambda: 'é'.encode('ascii'),
    lambda: 'ab€d'.encode('latin-1'),
    lambda: b'\xe9'.decode('ascii'),
    lambda: 'x'.encode('no-such'),
    lambda: 'é'.encode('ascii', 'no-such'),
    lambda: 'x'.encode(5),
    lambda: b'\xff'.decode('latin-1'),
    lambda: 'x'.encode('UTF8'),
    lambda: b'x'.decode(errors=5),
):
    try:
        print(ascii(action()))
    except Exception as error:
        print(type(error).__name__, error)
print(
    bytes('é', 'utf-8'),
    str(b'\xc3\xa9', encoding='utf-8'),
    'é'.encode('utf_8'),
    '\ufeffx'.encode('utf-8'),
    b'\xef\xbb\xbfx'.decode('utf-8-sig'),
)
