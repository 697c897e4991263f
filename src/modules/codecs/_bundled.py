"""The codecs that come with Python: of the encodings that str and bytes know, and of texts and bytes that are turned
into other texts and bytes.
"""

import codecs
from _codecs import _canonical


def find(name):
    """The CodecInfo of a codec; None if there is none."""
    encoding = _canonical(name)
    if encoding is not None:
        return _of_encoding(encoding)
    if name in ('rot13', 'rot_13'):
        return _of_functions('rot-13', 'rot_13', str, _rot13, _rot13)
    if name in ('hex', 'hex_codec'):
        return _of_functions('hex', 'hex_codec', bytes, _to_hex, _from_hex)
    return None


def _made(bases, module, **members):
    """The four classes of a codec, each derived from one of these."""
    public = 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader', 'StreamWriter'
    members['__module__'] = f'encodings.{module}'
    return [type(name, (base,), dict(members)) for name, base in zip(public, bases)]


# Encodings of text

# Those that begin with a byte order mark: the length of this, and the encoding that follows it if it doesn't say.
_MARKED = {'utf-8-sig': (3, 'utf-8'), 'utf-16': (2, 'utf-16-le'), 'utf-32': (4, 'utf-32-le')}

_MARKS = {
    'utf-8': codecs.BOM_UTF8,
    'utf-16-le': codecs.BOM_UTF16_LE,
    'utf-16-be': codecs.BOM_UTF16_BE,
    'utf-32-le': codecs.BOM_UTF32_LE,
    'utf-32-be': codecs.BOM_UTF32_BE,
}


def _of_encoding(name):
    def encode_all(input, errors='strict'):
        return input.encode(name, errors), len(input)

    def decode_all(input, errors='strict'):
        return str(input, name, errors), len(input)

    bases = _Encoder, _Decoder, _Reader, _Writer
    module = 'latin_1' if name == 'iso8859-1' else name.replace('-', '_')
    encoder, decoder, reader, writer = _made(bases, module, _encoding=name)
    return codecs.CodecInfo(encode_all, decode_all, reader, writer, encoder, decoder, name)


class _Encoder(codecs.IncrementalEncoder):
    """Writes the byte order mark before the first text."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self._is_marked = False

    def encode(self, input, final=False):
        encoding = self._encoding
        if encoding in _MARKED:
            if not input and encoding == 'utf-8-sig':
                return b''
            if self._is_marked:
                _, encoding = _MARKED[encoding]
            self._is_marked = True
        return input.encode(encoding, self.errors)

    def reset(self):
        self._is_marked = False

    def getstate(self):
        if self._is_marked or self._encoding not in _MARKED:
            return 0
        return 1 if self._encoding == 'utf-8-sig' else 2

    def setstate(self, state):
        self._is_marked = state == 0


class _Decoder(codecs.BufferedIncrementalDecoder):
    """Looks for the byte order mark, and holds back incomplete characters."""

    # The encoding behind the mark, once that is known.
    _order = None

    def _buffer_decode(self, input, errors, final):
        skipped = 0
        if self._order is None:
            skipped = _mark_length(self._encoding, input, final)
            if skipped is None:
                return '', 0
            self._order = _order_of(self._encoding, input[:skipped])
        end = len(input) if final else len(input) - _incomplete(self._order, input[skipped:])
        return str(input[skipped:end], self._order, errors), end

    def reset(self):
        super().reset()
        self._order = None


class _Writer(codecs.StreamWriter):
    def __init__(self, stream, errors='strict'):
        super().__init__(stream, errors)
        self._encoder = type('IncrementalEncoder', (_Encoder,), {'_encoding': self._encoding})(errors)

    def encode(self, input, errors='strict'):
        self._encoder.errors = errors
        return self._encoder.encode(input), len(input)

    def reset(self):
        self._encoder.reset()


class _Reader(codecs.StreamReader):
    _order = None
    _buffer_decode = _Decoder._buffer_decode

    def decode(self, input, errors='strict'):
        return self._buffer_decode(bytes(input), errors, False)

    def reset(self):
        super().reset()
        self._order = None


def _mark_length(encoding, data, final):
    """How long the byte order mark is that data begins with; None if there is too little data to tell."""
    if encoding not in _MARKED:
        return 0
    length, usual = _MARKED[encoding]
    marks = [_MARKS[order] for order in (usual, usual.replace('le', 'be'))]
    if data[:length] in marks:
        return length
    incomplete = len(data) < length and not final
    if encoding == 'utf-8-sig':
        incomplete = incomplete and marks[0].startswith(data)
    return None if incomplete else 0


def _order_of(encoding, mark):
    """The encoding without a mark that an encoding is behind this mark."""
    if encoding not in _MARKED:
        return encoding
    _, usual = _MARKED[encoding]
    other = usual.replace('le', 'be')
    return other if mark == _MARKS[other] else usual


def _incomplete(encoding, data):
    """How many of the last bytes are the beginning of a character."""
    if encoding == 'utf-8':
        return _incomplete_utf8(data[-3:])
    if encoding.startswith('utf-16'):
        odd = len(data) % 2
        unit = data[:len(data) - odd][-2:]
        high = unit[0 if encoding == 'utf-16-be' else 1] if unit else 0
        # The first half of a surrogate pair waits for the other.
        return odd + (2 if 0xd8 <= high < 0xdc else 0)
    return len(data) % 4 if encoding.startswith('utf-32') else 0


def _incomplete_utf8(last):
    for back in range(1, len(last) + 1):
        if last[-back] >= 0xc0:
            try:
                last[-back:].decode()
            except UnicodeDecodeError as error:
                return back if error.reason == 'unexpected end of data' else 0
        if not 0x80 <= last[-back] < 0xc0:
            break
    return 0


# Codecs of texts for texts, and of bytes for bytes

def _of_functions(name, module, kind, encode_one, decode_one):
    def encode(self, input, errors='strict'):
        return encode_one(input, errors), len(input)

    def decode(self, input, errors='strict'):
        return decode_one(input, errors), len(input)

    def encode_piece(self, input, final=False):
        return encode_one(input, self.errors)

    def decode_piece(self, input, final=False):
        return decode_one(input, self.errors)

    pieces = _made((codecs.IncrementalEncoder, codecs.IncrementalDecoder), module,
                   encode=encode_piece, decode=decode_piece)
    streams = _made((codecs.Codec, codecs.Codec, codecs.StreamReader, codecs.StreamWriter), module,
                    encode=encode, decode=decode, charbuffertype=kind)
    codec = streams[0]()
    return codecs.CodecInfo(codec.encode, codec.decode, *streams[2:], *pieces, name, _is_text_encoding=False)


_ALPHABET = 'abcdefghijklmnopqrstuvwxyz'
_TURNED = _ALPHABET[13:] + _ALPHABET[:13]
_TURNS = str.maketrans(_ALPHABET + _ALPHABET.upper(), _TURNED + _TURNED.upper())


def _rot13(text, errors):
    return str.translate(text, _TURNS)


_HEX_DIGITS = frozenset('0123456789abcdefABCDEF')


def _to_hex(data, errors):
    assert errors == 'strict'
    try:
        return memoryview(data).hex().encode()
    except TypeError:
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'") from None


def _from_hex(data, errors):
    assert errors == 'strict'
    digits = data if isinstance(data, str) else str(data, 'latin-1')
    if len(digits) % 2:
        raise ValueError('Odd-length string')
    if not _HEX_DIGITS.issuperset(digits):
        raise ValueError('Non-hexadecimal digit found')
    return bytes.fromhex(digits)
