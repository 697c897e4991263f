"""Codecs that get their input in pieces: the interface, and classes that hold back what they can't convert yet."""

# The classes are found under the name of the package.
__name__ = 'codecs'


class _Stateful:
    """What encoders and decoders have in common."""

    def reset(self):
        """Back to the initial state."""

    def setstate(self, state):
        """Back to the state that getstate() answered."""


class IncrementalEncoder(_Stateful):
    """Encodes an input in pieces."""

    def __init__(self, errors='strict'):
        self.errors, self.buffer = errors, ''

    def getstate(self):
        """The state, as an int."""
        return 0

    def encode(self, input, final=False):
        raise NotImplementedError


class IncrementalDecoder(_Stateful):
    """Decodes an input in pieces."""

    def __init__(self, errors='strict'):
        self.errors = errors

    def getstate(self):
        """What is undecoded yet, and an int."""
        return b'', 0

    def decode(self, input, final=False):
        raise NotImplementedError


def _convert_with_rest(codec, convert, input, final):
    """Converts what was held back with the input, and holds back what this leaves."""
    data = codec.buffer + input
    converted, used = convert(data, codec.errors, final)
    codec.buffer = data[used:]
    return converted


class BufferedIncrementalEncoder(IncrementalEncoder):
    """An incremental encoder that keeps what it can't encode yet."""

    def _buffer_encode(self, input, errors, final):
        """Encodes the beginning of the input, as far as that can be done. Returns this, and how much input it took."""
        raise NotImplementedError

    def encode(self, input, final=False):
        return _convert_with_rest(self, self._buffer_encode, input, final)

    def getstate(self):
        return self.buffer or 0

    def setstate(self, state):
        self.buffer = state or ''

    def reset(self):
        self.buffer = ''


class BufferedIncrementalDecoder(IncrementalDecoder):
    """An incremental decoder that keeps what it can't decode yet."""

    def __init__(self, errors='strict'):
        super().__init__(errors)
        self.buffer = b''

    def _buffer_decode(self, input, errors, final):
        """Decodes the beginning of the input, as far as that can be done. Returns this, and how much input it took."""
        raise NotImplementedError

    def decode(self, input, final=False):
        return _convert_with_rest(self, self._buffer_decode, input, final)

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer, _ = state

    def reset(self):
        self.buffer = b''
