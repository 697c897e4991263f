# Nothing decodes to nothing, without asking which encoding that is.
import codecs

for nothing in b'', bytearray(), memoryview(b''):
    print(repr(str(nothing, 'no-such-encoding')), repr(str(nothing, 'no-such-encoding', 'no-such-handler')))
print(repr(b''.decode('no-such-encoding')), repr(bytearray().decode('rot13')), repr(b''.decode('hex')))

for attempt in (
    lambda: b'a'.decode('no-such-encoding'),
    lambda: str(b'a', 'no-such-encoding'),
    lambda: ''.encode('no-such-encoding'),
    lambda: codecs.decode(b'', 'no-such-encoding'),
    lambda: str('', 'no-such-encoding'),
):
    try:
        print(repr(attempt()))
    except Exception as error:
        print(type(error).__name__, error)
