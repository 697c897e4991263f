"""Codecs around a stream: readers, writers, both together, and translators from one encoding to another."""

# The classes are found under the name of the package.
__name__ = 'codecs'


class Codec:
    """The interface of stateless encoders and decoders."""

    def decode(self, input, errors='strict'):
        raise NotImplementedError

    def encode(self, input, errors='strict'):
        raise NotImplementedError


class _Wrapper:
    """Has a stream, and what the stream has; closes it at the end of a block."""

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def __reduce_ex__(self, proto):
        # Or it would be asked of the stream.
        raise TypeError(f"can't serialize {self.__class__.__name__}")


def _rewinds(offset, whence):
    """Whether a writer has to begin anew, with a byte order mark if there is one."""
    return offset == 0 == whence


class StreamWriter(_Wrapper, Codec):
    """Encodes what is written to a stream of bytes."""

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def writelines(self, list):
        """Writes texts one after the other."""
        self.write(''.join(list))

    def write(self, object):
        """Writes the text encoded."""
        encoded, _ = self.encode(object, self.errors)
        self.stream.write(encoded)

    def seek(self, offset, whence=0):
        """Goes somewhere else in the stream."""
        self.stream.seek(offset, whence)
        if _rewinds(offset, whence):
            self.reset()

    def reset(self):
        """Back to the initial state."""


class StreamReader(_Wrapper, Codec):
    """Decodes what is read from a stream of bytes."""

    charbuffertype = str

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors
        self._forget()

    def _forget(self):
        # Read but not decoded, and decoded but not asked for.
        self.bytebuffer, self.charbuffer = b'', self.charbuffertype()

    def _decode(self, data, firstline):
        """Decodes bytes; with `firstline` wrong bytes don't matter as long as there is a line before them."""
        try:
            return self.decode(data, self.errors)
        except UnicodeDecodeError as error:
            if firstline:
                before = self.decode(data[:error.start], self.errors)
                if len(before[0].splitlines()) > 1:
                    return before
            raise

    def _fetch(self, size, chars=None, firstline=False):
        """Decodes `size` bytes of the stream at a time, all if it is negative, until there are so many characters.

        None are all there are.
        """
        while chars is None or len(self.charbuffer) < chars:
            read = self.stream.read() if size < 0 else self.stream.read(size)
            data = self.bytebuffer + read
            if data:
                decoded, used = self._decode(data, firstline)
                self.bytebuffer = data[used:]
                self.charbuffer += decoded
            if not read:
                break

    def _take(self, chars):
        """The first characters, and no longer in the buffer."""
        taken, self.charbuffer = self.charbuffer[:chars], self.charbuffer[chars:]
        return taken

    def read(self, size=-1, chars=-1, firstline=False):
        """So many characters, of which `size` bytes at a time are read; if only this is given, it counts for both.

        Without any, or a negative size, this is all there is.
        """
        wanted = chars if chars >= 0 else size if size >= 0 else None
        self._fetch(size, wanted, firstline)
        return self._take(wanted)

    def readline(self, size=None, keepends=True):
        """A line, with its end unless `keepends` is false; of the next `size` characters, if that is given."""
        seen = step = size or 72
        while True:
            self._fetch(step, seen, True)
            if self.charbuffer[seen - 1:seen] in ('\r', b'\r'):
                # Perhaps there is another half to this.
                seen += 1
                self._fetch(1, seen)
            lines = self.charbuffer[:seen].splitlines(True)
            if len(lines) > 1 or size is not None or len(self.charbuffer) < seen:
                break
            if lines[0].splitlines() != lines:
                break
            seen += step
        if not lines:
            return self.charbuffertype()
        line = self._take(len(lines[0]))
        return line if keepends else line.splitlines()[0]

    def readlines(self, sizehint=None, keepends=True):
        """All lines."""
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        if line := self.readline():
            return line
        raise StopIteration

    def seek(self, offset, whence=0):
        """Goes somewhere else in the stream."""
        self.stream.seek(offset, whence)
        self.reset()

    def reset(self):
        """Forgets what was read ahead."""
        self._forget()


class _ReaderAndWriter(_Wrapper):
    """Has a reader and a writer of the same stream."""

    def _attach(self, stream, Reader, Writer, errors):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def __iter__(self):
        return self

    def reset(self):
        """Both back to the initial state."""
        for side in self.reader, self.writer:
            side.reset()


class StreamReaderWriter(_ReaderAndWriter):
    """A reader and a writer of one stream."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self._attach(stream, Reader, Writer, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None):
        return self.reader.readline(size)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def writelines(self, list):
        return self.writer.writelines(list)

    def write(self, data):
        return self.writer.write(data)

    def seek(self, offset, whence=0):
        self.reader.seek(offset, whence)
        if _rewinds(offset, whence):
            self.writer.reset()


class StreamRecoder(_ReaderAndWriter):
    """Translates between the encoding of a stream and another."""

    data_encoding = file_encoding = 'unknown'

    def __init__(self, stream, encode, decode, Reader, Writer, errors='strict'):
        self._attach(stream, Reader, Writer, errors)
        self.encode, self.decode = encode, decode

    def _encoded(self, text):
        data, _ = self.encode(text, self.errors)
        return data

    def read(self, size=-1):
        return self._encoded(self.reader.read(size))

    def readline(self, size=None):
        return self._encoded(self.reader.readline(size))

    def readlines(self, sizehint=None):
        return self._encoded(self.reader.read()).splitlines(keepends=True)

    def __next__(self):
        return self._encoded(next(self.reader))

    def writelines(self, list):
        return self.write(b''.join(list))

    def write(self, data):
        text, _ = self.decode(data, self.errors)
        return self.writer.write(text)

    def seek(self, offset, whence=0):
        for side in self.reader, self.writer:
            side.seek(offset, whence)
