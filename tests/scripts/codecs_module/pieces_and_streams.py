# Encoding and decoding in pieces, and from streams.
import codecs
import io

for call in r"""
codecs.getincrementaldecoder('utf-8')().decode(b'\xc3')
list(codecs.iterencode(['a','é'],'utf-8'))
list(codecs.iterdecode([b'a\xc3',b'\xa9'],'utf-8'))
list(codecs.iterencode(['a','é'],'utf-16'))
list(codecs.iterdecode([b'\xff',b'\xfea\0\xe9',b'\0'],'utf-16'))
list(codecs.iterencode(['a','é'],'utf-8-sig'))
list(codecs.iterdecode([b'\xef\xbb',b'\xbfa'],'utf-8-sig'))
codecs.getreader('utf-8')(io.BytesIO('héllo\nwörld\n'.encode())).read()
codecs.getreader('utf-8')(io.BytesIO('héllo\nwörld\n'.encode())).readline()
codecs.getreader('utf-8')(io.BytesIO('héllo\nwörld'.encode())).readlines()
list(codecs.getreader('utf-16')(io.BytesIO('a\nb\n'.encode('utf-16'))))
codecs.getreader('utf-8')(io.BytesIO('héllo'.encode())).read(-1,2)
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
