# What stands for what can't be encoded or decoded: built-in handlers and a program's own.
import codecs
import io


def half(error):
    return f"<{error.end - error.start}>", error.end


codecs.register_error("test.half", half)
codecs.register_error("test.bad", lambda error: 5)
codecs.register_error("test.by", lambda error: (b"\xff\xfe", error.end))

for call in r"""
codecs.lookup_error('strict') is codecs.strict_errors
codecs.lookup_error('nope')
codecs.lookup_error('test.half') is half
codecs.register_error('x',5)
codecs.register_error(5,half)
'aéb€'.encode('ascii','test.half')
'aéb€'.encode('latin-1','test.half')
'a\ud800b'.encode('utf-8','test.half')
'aé'.encode('ascii','test.by')
b'a\xff\xfeb'.decode('utf-8','test.half')
b'a\xffb'.decode('ascii','test.half')
'é'.encode('ascii','test.bad')
b'\xff'.decode('ascii','test.bad')
b'\xff'.decode('ascii','test.by')
'é'.encode('ascii','test.unknown')
codecs.ignore_errors(UnicodeEncodeError('ascii','aéb',1,2,'x'))
codecs.replace_errors(UnicodeDecodeError('ascii',b'a',0,1,'x'))
codecs.replace_errors(UnicodeTranslateError('aéb',1,2,'x'))
codecs.xmlcharrefreplace_errors(UnicodeEncodeError('ascii','aéb',1,2,'x'))
codecs.backslashreplace_errors(UnicodeDecodeError('ascii',b'a\xff',1,2,'x'))
codecs.namereplace_errors(UnicodeEncodeError('ascii','aéb',1,2,'x'))
codecs.strict_errors(ValueError('x'))
codecs.xmlcharrefreplace_errors(UnicodeDecodeError('ascii',b'a',0,1,'x'))
""".strip().splitlines():
    try:
        print(call, eval(call))
    except Exception as error:
        print(call, type(error).__name__, error)
