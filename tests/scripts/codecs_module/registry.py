# Codecs by name, and a program's own.
import codecs
import io


def search(name):
    if name == "my_codec":
        return codecs.CodecInfo(lambda text, errors="strict": (text.upper().encode(), len(text)),
                                lambda data, errors="strict": (bytes(data).decode().lower(), len(data)), name="my-codec")
    if name == "my_bad":
        return 5


codecs.register(search)

for call in r"""
codecs.encode('é')
codecs.encode('é','latin-1')
codecs.decode(b'\xe9','latin-1')
codecs.decode(b'\xff')
codecs.encode('abc','rot13')
codecs.encode(b'ab','hex')
codecs.decode(b'6162','hex')
codecs.encode('x','nope')
'abc'.encode('rot13')
b'abc'.decode('hex')
codecs.lookup('utf8').name
codecs.lookup('latin1').name
codecs.lookup('UTF-16-LE').name
codecs.lookup('utf-8-sig').name
codecs.lookup('ascii').encode('a')
codecs.lookup('nope')
codecs.lookup(5)
codecs.lookup('utf8')[1](b'a')
len(codecs.lookup('utf8'))
codecs.register(5)
'abc'.encode('my-codec')
b'ABC'.decode('my_codec')
codecs.lookup('My-Codec').name
'a'.encode('my-bad')
codecs.getencoder('utf-8')('é')
codecs.getdecoder('utf-8')(b'\xc3\xa9')
[codecs.BOM_UTF8, codecs.BOM, codecs.BOM_UTF16_BE, codecs.BOM_UTF32]
codecs.make_encoding_map({1:2,3:2,4:5})
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
