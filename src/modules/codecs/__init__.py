"""Encodings by name, error handlers, codecs for streams and for pieces."""

from _codecs import decode, encode, lookup, lookup_error, register, register_error, unregister

from ._incremental import (
    BufferedIncrementalDecoder,
    BufferedIncrementalEncoder,
    IncrementalDecoder,
    IncrementalEncoder,
)
from ._streams import Codec, StreamReader, StreamReaderWriter, StreamRecoder, StreamWriter

__all__ = ['register', 'lookup', 'open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE',
           'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE', 'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE',
           'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'StreamRecoder', 'getencoder', 'getdecoder', 'getincrementalencoder',
           'getincrementaldecoder', 'getreader', 'getwriter', 'encode', 'decode', 'iterencode', 'iterdecode',
           'strict_errors', 'ignore_errors', 'replace_errors', 'xmlcharrefreplace_errors', 'backslashreplace_errors',
           'namereplace_errors', 'register_error', 'lookup_error']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM_UTF16 = BOM = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = BOM64_BE = b'\x00\x00\xfe\xff'


# Codecs by name

class CodecInfo(tuple):
    """What there is of a codec: four parts as a tuple, these and others as attributes."""

    # Whether str.encode() and bytes.decode() take it.
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        self.encode, self.decode, self.streamreader, self.streamwriter = self
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self.name = name
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __getnewargs__(self):
        return tuple(self)

    def __repr__(self):
        cls = type(self)
        return f'<{cls.__module__}.{cls.__qualname__} object for encoding {self.name} at {id(self):#x}>'


def _bundled(name):
    from ._bundled import find

    return find(name)


register(_bundled)


def _supported(part, encoding):
    """What a codec has for pieces; not every codec has."""
    if part is None:
        raise LookupError(encoding)
    return part


def getencoder(encoding):
    """The function that encodes all of an input."""
    return lookup(encoding).encode


def getincrementalencoder(encoding):
    """The class that encodes an input in pieces; raises LookupError if the codec has none."""
    return _supported(lookup(encoding).incrementalencoder, encoding)


def getwriter(encoding):
    """The class that encodes what is written to a stream."""
    return lookup(encoding).streamwriter


def getdecoder(encoding):
    """The function that decodes all of an input."""
    return lookup(encoding).decode


def getincrementaldecoder(encoding):
    """The class that decodes an input in pieces; raises LookupError if the codec has none."""
    return _supported(lookup(encoding).incrementaldecoder, encoding)


def getreader(encoding):
    """The class that decodes what is read from a stream."""
    return lookup(encoding).streamreader


# Pieces and streams

def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the texts of an iterable, one after the other, as one."""
    yield from _converted(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, '')


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the bytes of an iterable, one after the other, as one."""
    yield from _converted(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b'')


def _converted(convert, pieces, nothing):
    """The pieces that come out where pieces go in."""
    for piece in pieces:
        if converted := convert(piece):
            yield converted
    # What was held back.
    if rest := convert(nothing, True):
        yield rest


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Opens a file whose text is encoded: reading answers decoded text, and what is written is encoded."""
    import builtins

    binary = mode if encoding is None or 'b' in mode else f'{mode}b'
    stream = builtins.open(filename, binary, buffering)
    if encoding is None:
        return stream
    try:
        codec = lookup(encoding)
        opened = StreamReaderWriter(stream, codec.streamreader, codec.streamwriter, errors)
    except BaseException:
        stream.close()
        raise
    opened.encoding = encoding
    return opened


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Makes a file look as if it had another encoding, data_encoding, than it has."""
    inner = lookup(data_encoding)
    outer = inner if file_encoding is None else lookup(file_encoding)
    recoder = StreamRecoder(file, inner.encode, inner.decode, outer.streamreader, outer.streamwriter, errors)
    recoder.data_encoding = data_encoding
    recoder.file_encoding = data_encoding if file_encoding is None else file_encoding
    return recoder


# Tables of codecs

def make_identity_dict(rng):
    """A decoding map by which every code of the range means itself."""
    return dict(zip(rng, rng))


def make_encoding_map(decoding_map):
    """Creates an encoding map from a decoding map; targets that several keys have become None."""
    encoding_map = {}
    for key, target in decoding_map.items():
        encoding_map[target] = None if target in encoding_map else key
    return encoding_map


# Error handlers

def strict_errors(exception):
    """Raises the exception."""
    if not isinstance(exception, BaseException):
        raise TypeError('codec must pass exception instance')
    raise exception


def _text_of(exception, *kinds):
    """The characters that an exception is about."""
    if not isinstance(exception, kinds):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return exception.object[exception.start:exception.end]


def ignore_errors(exception):
    """Leaves out what can't be converted."""
    _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return '', exception.end


def replace_errors(exception):
    """Puts a question mark, or U+FFFD, in the place of what can't be converted."""
    text = _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    return ('?' if isinstance(exception, UnicodeEncodeError) else '\ufffd') * len(text), exception.end


def xmlcharrefreplace_errors(exception):
    """Encodes characters as references of XML: &#8364;"""
    return ''.join(f'&#{ord(c)};' for c in _text_of(exception, UnicodeEncodeError)), exception.end


def backslashreplace_errors(exception):
    """Encodes characters, or decodes bytes, as escape sequences: \\u20ac"""
    text = _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in text), exception.end
    return text.encode('ascii', 'backslashreplace').decode(), exception.end


def namereplace_errors(exception):
    """Encodes characters by their names: \\N{EURO SIGN}"""
    return _text_of(exception, UnicodeEncodeError).encode('ascii', 'namereplace').decode(), exception.end


for _function in (strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors,
                  namereplace_errors):
    register_error(_function.__name__.removesuffix('_errors'), _function)
del _function
