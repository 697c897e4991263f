"""Python Codec Registry, API and helpers: encodings by name, error handlers, codecs for streams and for pieces."""

import _codecs
from _codecs import decode, encode, lookup, lookup_error, register, register_error, unregister

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


class CodecInfo(tuple):
    """Codec details when looking up the codec registry"""

    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None,
                incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode = encode
        self.decode = decode
        self.incrementalencoder = incrementalencoder
        self.incrementaldecoder = incrementaldecoder
        self.streamwriter = streamwriter
        self.streamreader = streamreader
        if _is_text_encoding is not None:
            self._is_text_encoding = _is_text_encoding
        return self

    def __repr__(self):
        return f'<{self.__class__.__module__}.{self.__class__.__qualname__} object for encoding {self.name} at {id(self):#x}>'

    def __getnewargs__(self):
        return tuple(self)


class Codec:
    """The interface of stateless encoders and decoders."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class IncrementalEncoder:
    """Encodes an input in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors
        self.buffer = ''

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Back to the initial state."""

    def getstate(self):
        """The state, an int."""
        return 0

    def setstate(self, state):
        """Sets the state that getstate() answered."""


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it can't encode yet."""

    def __init__(self, errors='strict'):
        IncrementalEncoder.__init__(self, errors)
        self.buffer = ''

    def _buffer_encode(self, input, errors, final):
        raise NotImplementedError

    def encode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_encode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalEncoder.reset(self)
        self.buffer = ''

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''


class IncrementalDecoder:
    """Decodes an input in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        """Back to the initial state."""

    def getstate(self):
        """What is undecoded yet, and an int."""
        return b'', 0

    def setstate(self, state):
        """Sets the state that getstate() answered."""


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps what it can't decode yet."""

    def __init__(self, errors='strict'):
        IncrementalDecoder.__init__(self, errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def decode(self, input, final=False):
        data = self.buffer + input
        result, consumed = self._buffer_decode(data, self.errors, final)
        self.buffer = data[consumed:]
        return result

    def reset(self):
        IncrementalDecoder.reset(self)
        self.buffer = b''

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


class StreamWriter(Codec):
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors

    def write(self, object):
        """Writes the text encoded."""
        data, _ = self.encode(object, self.errors)
        self.stream.write(data)

    def writelines(self, list):
        """Writes texts one after the other."""
        self.write(''.join(list))

    def reset(self):
        """Back to the initial state."""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReader(Codec):
    """Decodes what is read from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream = stream
        self.errors = errors
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def _fill(self, size):
        """Decodes about so many bytes more; false at the end of the stream."""
        new = self.stream.read(size) if size >= 0 else self.stream.read()
        data = self.bytebuffer + new
        if not data:
            return False
        decoded, consumed = self.decode(data, self.errors)
        self.bytebuffer = data[consumed:]
        self.charbuffer += decoded
        return bool(new)

    def read(self, size=-1, chars=-1, firstline=False):
        """Decodes about `size` bytes, or just `chars` characters; all there is if neither is given."""
        if chars >= 0:
            while len(self.charbuffer) < chars and self._fill(size if size >= 0 else 72):
                pass
        elif size >= 0:
            if not self.charbuffer:
                self._fill(size)
        else:
            self._fill(-1)
        if chars < 0:
            result, self.charbuffer = self.charbuffer, self.charbuffertype()
        else:
            result, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return result

    def readline(self, size=None, keepends=True):
        """A line, with its end unless `keepends` is false."""
        more = True
        while True:
            lines = self.charbuffer.splitlines(True)
            complete = len(lines) > 1 or lines and lines[0].splitlines()[0] != lines[0] and not lines[0].endswith('\r')
            if complete or not more or size is not None and self.charbuffer:
                break
            more = self._fill(size or 72)
        line = lines[0] if lines else self.charbuffertype()
        self.charbuffer = self.charbuffer[len(line):]
        return line if keepends or not line else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """All lines."""
        return self.read().splitlines(keepends)

    def reset(self):
        """Forgets what was read ahead."""
        self.bytebuffer = b''
        self.charbuffer = self.charbuffertype()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def __iter__(self):
        return self

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamReaderWriter:
    """A reader and a writer of one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream = stream
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        raise TypeError(f"can't serialize {self.__class__.__name__}")


class StreamRecoder:
    """Translates between the encoding of a stream and another."""

    data_encoding = 'unknown'
    file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self.stream = stream
        self.encode = encode
        self.decode = decode
        self.reader = Reader(stream, errors)
        self.writer = Writer(stream, errors)
        self.errors = errors

    def read(self, size=-1):
        return self.encode(self.reader.read(size), self.errors)[0]

    def readline(self, size=None):
        line = self.reader.readline() if size is None else self.reader.readline(size)
        return self.encode(line, self.errors)[0]

    def readlines(self, sizehint=None):
        return self.encode(self.reader.read(), self.errors)[0].splitlines(keepends=True)

    def __next__(self):
        return self.encode(next(self.reader), self.errors)[0]

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(self.decode(data, self.errors)[0])

    def writelines(self, list):
        return self.write(b''.join(list))

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        self.writer.seek(offset, whence)

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version providing transparent
    encoding/decoding."""
    import builtins
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = builtins.open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        wrapped = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        wrapped.encoding = encoding
        return wrapped
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Return a wrapped version of file which provides transparent encoding translation."""
    file_encoding = data_encoding if file_encoding is None else file_encoding
    data, outer = lookup(data_encoding), lookup(file_encoding)
    recoder = StreamRecoder(file, data.encode, data.decode, outer.streamreader, outer.streamwriter, errors)
    recoder.data_encoding, recoder.file_encoding = data_encoding, file_encoding
    return recoder


def getencoder(encoding):
    """Lookup up the codec for the given encoding and return its encoder function."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """Lookup up the codec for the given encoding and return its decoder function."""
    return lookup(encoding).decode


def _incremental(kind, found, encoding):
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementalencoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalEncoder class or factory function."""
    return _incremental('encoder', lookup(encoding).incrementalencoder, encoding)


def getincrementaldecoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalDecoder class or factory function."""
    return _incremental('decoder', lookup(encoding).incrementaldecoder, encoding)


def getreader(encoding):
    """Lookup up the codec for the given encoding and return its StreamReader class or factory function."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """Lookup up the codec for the given encoding and return its StreamWriter class or factory function."""
    return lookup(encoding).streamwriter


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encodes the input string piece by piece from an iterator."""
    encoder = getincrementalencoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = encoder.encode(piece)
        if output:
            yield output
    output = encoder.encode('', True)
    if output:
        yield output


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decodes the input string piece by piece from an iterator."""
    decoder = getincrementaldecoder(encoding)(errors, **kwargs)
    for piece in iterator:
        output = decoder.decode(piece)
        if output:
            yield output
    output = decoder.decode(b'', True)
    if output:
        yield output


def make_identity_dict(rng):
    """Return a dictionary where elements of the rng sequence are mapped to themselves."""
    return {i: i for i in rng}


def make_encoding_map(decoding_map):
    """Creates an encoding map from a decoding map; targets that several keys have become None."""
    targets = list(decoding_map.values())
    return {v: k if targets.count(v) == 1 else None for k, v in decoding_map.items()}


def _incomplete(name, data):
    """How many of the last bytes are the beginning of a character."""
    if name == 'utf-8' or name == 'utf-8-sig':
        for back in range(1, min(3, len(data)) + 1):
            byte = data[-back]
            if byte >= 0xc2:
                width = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4 if byte < 0xf5 else 0
                if width <= back:
                    return 0
                try:
                    data[-back:].decode()
                except UnicodeDecodeError as error:
                    return back if error.reason == 'unexpected end of data' else 0
            if byte < 0x80:
                return 0
        return 0
    if name.startswith('utf-16'):
        rest = len(data) % 2
        whole = data[:len(data) - rest][-2:]
        high = whole[0 if name.endswith('be') else 1] if whole else 0
        return rest + (2 if 0xd8 <= high < 0xdc else 0)
    if name.startswith('utf-32'):
        return len(data) % 4
    return 0


def _builtin(name):
    """The CodecInfo of an encoding that is built in."""

    def encode_all(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode_all(input, errors='strict'):
        return str(input, name, errors), len(input)

    marks = {'utf-8-sig': 'utf-8', 'utf-16': 'utf-16-le', 'utf-32': 'utf-32-le'}

    class Encoder(IncrementalEncoder):
        def __init__(self, errors='strict'):
            IncrementalEncoder.__init__(self, errors)
            self.marked = False

        def encode(self, input, final=False):
            unmarked = name if not self.marked else marks.get(name, name)
            if input or name != 'utf-8-sig':
                self.marked = True
            return input.encode(unmarked, self.errors) if input or name in ('utf-16', 'utf-32') else b''

        def reset(self):
            self.marked = False

        def getstate(self):
            return 0 if self.marked or name not in marks else 2 if name != 'utf-8-sig' else 1

        def setstate(self, state):
            self.marked = state == 0

    class Decoder(BufferedIncrementalDecoder):
        order = None

        def _buffer_decode(self, input, errors, final):
            if self.order is None and name in marks:
                least = {'utf-8-sig': 3, 'utf-16': 2, 'utf-32': 4}[name]
                if len(input) < least and not final and (name != 'utf-8-sig' or BOM_UTF8.startswith(input)):
                    return '', 0
                self.order = marks[name]
                if name == 'utf-16' and input.startswith(BOM_BE) or name == 'utf-32' and input.startswith(BOM_UTF32_BE):
                    self.order = marks[name].replace('le', 'be')
                mark = {'utf-8': BOM_UTF8, 'utf-16-le': BOM_LE, 'utf-16-be': BOM_BE, 'utf-32-le': BOM_UTF32_LE,
                        'utf-32-be': BOM_UTF32_BE}[self.order]
                skipped = len(mark) if input.startswith(mark) else 0
                text, consumed = self._buffer_decode(input[skipped:], errors, final)
                return text, skipped + consumed
            codec = self.order or name
            end = len(input) if final else len(input) - _incomplete(codec, input)
            return str(input[:end], codec, errors), end

        def reset(self):
            BufferedIncrementalDecoder.reset(self)
            self.order = None

    class Writer(StreamWriter):
        def __init__(self, stream, errors='strict'):
            StreamWriter.__init__(self, stream, errors)
            self.encoder = Encoder(errors)

        def encode(self, input, errors='strict'):
            self.encoder.errors = errors
            return self.encoder.encode(input), len(input)

        def reset(self):
            self.encoder.reset()

    class Reader(StreamReader):
        order = None

        def decode(self, input, errors='strict'):
            decoder = Decoder(errors)
            decoder.order = self.order
            text, consumed = decoder._buffer_decode(bytes(input), errors, False)
            self.order = decoder.order
            return text, consumed

        def reset(self):
            StreamReader.reset(self)
            self.order = None

    for cls, public in ((Encoder, 'IncrementalEncoder'), (Decoder, 'IncrementalDecoder'), (Writer, 'StreamWriter'),
                        (Reader, 'StreamReader')):
        cls.__name__ = cls.__qualname__ = public
        cls.__module__ = 'encodings.' + name.replace('-', '_')
    return CodecInfo(encode_all, decode_all, Reader, Writer, Encoder, Decoder, name)


def _of_functions(name, encode_one, decode_one):
    """The CodecInfo of a codec that is no encoding of text."""

    def encode_all(input, errors='strict'):
        return encode_one(input), len(input)

    def decode_all(input, errors='strict'):
        return decode_one(input), len(input)

    class Encoder(IncrementalEncoder):
        def encode(self, input, final=False):
            return encode_one(input)

    class Decoder(IncrementalDecoder):
        def decode(self, input, final=False):
            return decode_one(input)

    return CodecInfo(encode_all, decode_all, None, None, Encoder, Decoder, name, _is_text_encoding=False)


def _rot13(text):
    alphabet = 'abcdefghijklmnopqrstuvwxyz'
    turned = alphabet[13:] + alphabet[:13]
    return text.translate(str.maketrans(alphabet + alphabet.upper(), turned + turned.upper()))


def _search(name):
    """The codecs that come with Python."""
    builtin = _codecs._canonical(name)
    if builtin is not None:
        return _builtin(builtin)
    if name in ('rot13', 'rot_13'):
        return _of_functions('rot13', _rot13, _rot13)
    if name in ('hex', 'hex_codec'):
        return _of_functions('hex', lambda data: bytes(data).hex().encode(),
                             lambda data: bytes.fromhex(bytes(data).decode('ascii')))
    if name in ('base64', 'base64_codec', 'base_64'):
        import base64
        return _of_functions('base64', base64.encodebytes, base64.decodebytes)
    return None


def strict_errors(exception):
    """Implements the 'strict' error handling, which raises a UnicodeError on coding errors."""
    if not isinstance(exception, Exception):
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


register(_search)
for _function in (strict_errors, ignore_errors, replace_errors, xmlcharrefreplace_errors, backslashreplace_errors,
                  namereplace_errors):
    register_error(_function.__name__.removesuffix('_errors'), _function)
del _function
