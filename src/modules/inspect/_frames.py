"""Frames and tracebacks, with the lines of source around where they are."""

import sys
from collections import namedtuple
from inspect import isframe, istraceback

__name__ = 'inspect'

_Traceback = namedtuple('_Traceback', 'filename lineno function code_context index')


class Traceback(_Traceback):
    """Where a frame or traceback is."""

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f'Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, '
                f'code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})')


_FrameInfo = namedtuple('_FrameInfo', ('frame',) + _Traceback._fields)


class FrameInfo(_FrameInfo):
    """A frame and where it is."""

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        made = super().__new__(cls, frame, filename, lineno, function, code_context, index)
        made.positions = positions
        return made

    def __repr__(self):
        return (f'FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, '
                f'function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, '
                f'positions={self.positions!r})')


Positions = namedtuple('Positions', 'lineno end_lineno col_offset end_col_offset', defaults=[None] * 4)


def _positions(code, lasti):
    """The place in the source of the instruction at this index."""
    if lasti < 0:
        return None
    for i, row in enumerate(code.co_positions()):
        if i == lasti // 2:
            return Positions(*row)
    return None


def _lines_around(frame, lineno, count):
    """So many lines of a frame's source with this one in the middle, and its index; None and None if there are none."""
    from inspect import findsource
    try:
        source, _ = findsource(frame)
    except OSError:
        return None, None
    first = max(0, min(lineno - 1 - count // 2, len(source) - count))
    return source[first:first + count], lineno - 1 - first


def getframeinfo(frame, context=1):
    """Where a frame or traceback is, with so many lines of source around."""
    from inspect import getfile, getsourcefile
    if istraceback(frame):
        positions = _positions(frame.tb_frame.f_code, frame.tb_lasti)
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        if not isframe(frame):
            raise TypeError(f'{frame!r} is not a frame or traceback object')
        lineno = frame.f_lineno
        positions = _positions(frame.f_code, frame.f_lasti)
    filename = getsourcefile(frame) or getfile(frame)
    lines, index = _lines_around(frame, lineno, context) if context > 0 else (None, None)
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index, positions=positions)


def getlineno(frame):
    """The line a frame is at."""
    return frame.f_lineno


def _info(frame, place):
    return FrameInfo(frame, *place, positions=place.positions)


def getouterframes(frame, context=1):
    """The frame and those that called it."""
    result = []
    while frame:
        result.append(_info(frame, getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """The frames of a traceback."""
    result = []
    while tb:
        result.append(_info(tb.tb_frame, getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """The frames from the caller on outwards."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """The frames of the exception that is handled."""
    exc = sys.exception()
    return getinnerframes(exc.__traceback__ if exc is not None else None, context)
