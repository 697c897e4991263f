"""IO, TextIO and BinaryIO: what open() answers, in annotations."""

from typing import Any, AnyStr, Generic, List, Optional, Union
from typing._abstract import _declare

__name__ = 'typing'


class IO(Generic[AnyStr]):
    """What open() answers."""

    __slots__ = ()

    _declare(vars(), attributes=[('mode', str), ('name', str), ('closed', bool)], methods=[
        ('read', lambda self, n=-1: None, int, AnyStr),
        ('readline', lambda self, limit=-1: None, int, AnyStr),
        ('readlines', lambda self, hint=-1: None, int, List[AnyStr]),
        ('write', lambda self, s: None, AnyStr, int),
        ('writelines', lambda self, lines: None, List[AnyStr], None),
        ('flush', lambda self: None, None),
        ('close', lambda self: None, None),
        ('tell', lambda self: None, int),
        ('seek', lambda self, offset, whence=0: None, int, int, int),
        ('truncate', lambda self, size=None: None, int, int),
        ('readable', lambda self: None, bool),
        ('writable', lambda self: None, bool),
        ('seekable', lambda self: None, bool),
        ('isatty', lambda self: None, bool),
        ('fileno', lambda self: None, int),
        ('__enter__', lambda self: None, 'IO[AnyStr]'),
        ('__exit__', lambda self, type, value, traceback: None, None),
    ])


class BinaryIO(IO[bytes]):
    """What open() answers in a binary mode."""

    __slots__ = ()

    _declare(vars(), methods=[
        ('write', lambda self, s: None, Union[bytes, bytearray], int),
        ('__enter__', lambda self: None, 'BinaryIO'),
    ])


class TextIO(IO[str]):
    """What open() answers in a text mode."""

    __slots__ = ()

    _declare(vars(), attributes=[
        ('buffer', BinaryIO),
        ('encoding', str),
        ('errors', Optional[str]),
        ('line_buffering', bool),
        ('newlines', Any),
    ], methods=[
        ('__enter__', lambda self: None, 'TextIO'),
    ])
