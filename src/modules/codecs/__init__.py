"""Python Codec Registry, API and helpers: encodings by name, error handlers, codecs for streams and for pieces."""

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
    """Codec details when looking up the codec registry"""

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
    """Lookup up the codec for the given encoding and return its encoder function."""
    return lookup(encoding).encode


def getincrementalencoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalEncoder class or factory function."""
    return _supported(lookup(encoding).incrementalencoder, encoding)


def getwriter(encoding):
    """Lookup up the codec for the given encoding and return its StreamWriter class or factory function."""
    return lookup(encoding).streamwriter


def getdecoder(encoding):
    """Lookup up the codec for the given encoding and return its decoder function."""
    return lookup(encoding).decode


def getincrementaldecoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalDecoder class or factory function."""
    return _supported(lookup(encoding).incrementaldecoder, encoding)


def getreader(encoding):
    """Lookup up the codec for the given encoding and return its StreamReader class or factory function."""
    return lookup(encoding).streamreader


# Pieces and streams

def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the input string piece by piece from an iterator."""
    yield from _converted(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, '')


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the input string piece by piece from an iterator."""
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
    """Open an encoded file using the given mode and return a wrapped version providing transparent
    encoding/decoding."""
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
    """Return a wrapped version of file which provides transparent encoding translation."""
    inner = lookup(data_encoding)
    outer = inner if file_encoding is None else lookup(file_encoding)
    recoder = StreamRecoder(file, inner.encode, inner.decode, outer.streamreader, outer.streamwriter, errors)
    recoder.data_encoding = data_encoding
    recoder.file_encoding = data_encoding if file_encoding is None else file_encoding
    return recoder


# Tables of codecs

def make_identity_dict(rng):
    """Return a dictionary where elements of the rng sequence are mapped to themselves."""
    return dict(zip(rng, rng))


def make_encoding_map(decoding_map):
    """Creates an encoding map from a decoding map; targets that several keys have become None."""
    encoding_map = {}
    for key, target in decoding_map.items():
        encoding_map[target] = None if target in encoding_map else key
    return encoding_map


# Error handlers

def strict_errors(exception):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if not isinstance(exception, BaseException):
        raise TypeError('codec must pass exception instance')
    raise exception


def _text_of(exception, *kinds):
    """The characters that an exception is about."""
    if not isinstance(exception, kinds):
        raise TypeError(f"don't know how to handle {type(exception).__name__} in error callback")
    return exception.object[exception.start:exception.end]


def ignore_errors(exception):
    """Implements the 'ignore' error handling, in which malformed data is ignored and encoding/decoding is continued
    without further notice."""
    _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    return '', exception.end


def replace_errors(exception):
    """Implements the 'replace' error handling, which replaces malformed data with a replacement marker."""
    text = _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return '\ufffd', exception.end
    return ('?' if isinstance(exception, UnicodeEncodeError) else '\ufffd') * len(text), exception.end


def xmlcharrefreplace_errors(exception):
    """Implements the 'xmlcharrefreplace' error handling, which replaces an unencodable character with the appropriate
    XML character reference."""
    return ''.join(f'&#{ord(c)};' for c in _text_of(exception, UnicodeEncodeError)), exception.end


def backslashreplace_errors(exception):
    """Implements the 'backslashreplace' error handling, which replaces malformed data with a backslashed escape
    sequence."""
    text = _text_of(exception, UnicodeEncodeError, UnicodeDecodeError, UnicodeTranslateError)
    if isinstance(exception, UnicodeDecodeError):
        return ''.join(f'\\x{byte:02x}' for byte in text), exception.end
    return text.encode('ascii', 'backslashreplace').decode(), exception.end


def namereplace_errors(exception):
    """Implements the 'namereplace' error handling, which replaces an unencodable character with a \\N{...} escape
    sequence."""
    return _text_of(exception, UnicodeEncodeError).encode('ascii', 'namereplace').decode(), exception.end


for _function in (strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors,
                  namereplace_errors):
    register_error(_function.__name__.removesuffix('_errors'), _function)
del _function
