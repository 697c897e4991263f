"""Stack traces and exceptions: what of them is shown, as text and as objects."""

import itertools
import linecache
import sys
from _traceback import (
    _levenshtein_distance, format_frame, format_syntax_error, hint, layout, position, related,
)

__all__ = [
    'extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
    'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb', 'clear_frames',
    'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb',
]


class _Implicit:
    def __repr__(self):
        return '<implicit>'


_sentinel = _Implicit()

# The same frame is shown this many times before its repetitions are only counted.
_RECURSIVE_CUTOFF = 3


# ---- as text, and printed


def format_list(extracted_list):
    """The texts of the items of extract_tb() or extract_stack(), each ending in a newline."""
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    """The texts of a traceback's frames: all, the first `limit`, or if that is negative the last."""
    return format_list(extract_tb(tb, limit))


def format_stack(f=None, limit=None):
    """The texts of the frames from f, or the caller, to the outermost: that one first."""
    return format_list(extract_stack(_or_caller(f), limit))


def format_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, chain=True, **kwargs):
    """The texts of an exception with its traceback, and with chain of those it came from or went along with."""
    value, tb = _value_and_traceback(exc, value, tb)
    shown = TracebackException(type(value), value, tb, limit=limit, compact=True)
    return list(shown.format(chain=chain, **kwargs))


def format_exception_only(exc, /, value=_sentinel, *, show_group=False, **kwargs):
    """The texts of an exception without its traceback: a syntax error's place, the message, the notes.

    With show_group those of a group's members follow, indented.
    """
    if value is _sentinel:
        value = exc
    shown = TracebackException(type(value), value, None, compact=True)
    return list(shown.format_exception_only(show_group=show_group, **kwargs))


def format_exc(limit=None, chain=True):
    """The exception that is being handled, as one text."""
    pieces = format_exception(sys.exception(), limit=limit, chain=chain)
    return ''.join(pieces)


def print_list(extracted_list, file=None):
    """Print what format_list() returns, to a file or stderr."""
    _write(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    """Print what format_tb() returns."""
    _write(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    """Print what format_stack() returns."""
    _write(format_stack(_or_caller(f), limit), file)


def print_exception(exc, /, value=_sentinel, tb=_sentinel, limit=None, file=None, chain=True, **kwargs):
    """Print what format_exception() returns."""
    value, tb = _value_and_traceback(exc, value, tb)
    shown = TracebackException(type(value), value, tb, limit=limit, compact=True)
    shown.print(file=file, chain=chain, **kwargs)


def print_exc(limit=None, file=None, chain=True):
    """Print the exception that is being handled."""
    print_exception(sys.exception(), file=file, limit=limit, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the last command of an interactive session."""
    for names in ('last_exc',), ('last_type', 'last_value', 'last_traceback'):
        if hasattr(sys, names[0]):
            # By position, as in 3.13: after last_exc alone, limit and file are taken for value and traceback.
            return print_exception(*(getattr(sys, name) for name in names), limit, file, chain)
    raise ValueError('no last exception')


def _value_and_traceback(exc, value, tb):
    if (value is _sentinel) != (tb is _sentinel):
        raise ValueError('Both or neither of value and tb must be given')
    if value is not _sentinel:
        return value, tb
    if exc is None:
        return None, None
    if isinstance(exc, BaseException):
        return exc, exc.__traceback__
    raise TypeError(f'Exception expected for value, {type(exc).__name__} found')


def _write(pieces, file):
    if file is None:
        file = sys.stderr
    for piece in pieces:
        print(piece, file=file, end='')


def _check_colorize(colorize=False, **others):
    if colorize:
        raise NotImplementedError('tracebacks in colour are not supported')


# ---- frames


def _or_caller(f):
    """The frame, or that of who called the function that asks."""
    return sys._getframe(2) if f is None else f


def _chain(link, following):
    """The links of a chain, each of which has the next as an attribute of this name."""
    while link is not None:
        yield link
        link = getattr(link, following)


def walk_stack(f):
    """Yield the frame and its line, for this frame - or the caller's - and all it was called from."""
    if f is None:
        # Out of this generator and of what StackSummary.extract reads it by.
        callers = itertools.islice(_chain(sys._getframe(), 'f_back'), 4, None)
        f = next(callers, None)
    for frame in _chain(f, 'f_back'):
        yield frame, frame.f_lineno


def walk_tb(tb):
    """Yield the frame and its line, for each of a traceback."""
    for entry in _chain(tb, 'tb_next'):
        yield entry.tb_frame, entry.tb_lineno


def _walk_tb_with_positions(tb):
    for entry in _chain(tb, 'tb_next'):
        lineno, *rest = position(entry) or _position_in_code(entry.tb_frame.f_code, entry.tb_lasti)
        yield entry.tb_frame, (entry.tb_lineno if lineno is None else lineno, *rest)


def extract_stack(f=None, limit=None):
    """The frames from f, or the caller, to the outermost, that one first, as a StackSummary."""
    frames = walk_stack(_or_caller(f))
    return StackSummary(reversed(StackSummary.extract(frames, limit=limit)))


def extract_tb(tb, limit=None):
    """The frames of a traceback as a StackSummary: all, the first `limit`, or if that is negative the last."""
    return StackSummary._extract(_walk_tb_with_positions(tb), limit)


def clear_frames(tb):
    """Let the frames of a traceback forget their local variables."""
    for entry in _chain(tb, 'tb_next'):
        try:
            entry.tb_frame.clear()
        except RuntimeError:
            pass  # It is still running.


def _position_in_code(code, lasti):
    """Where an instruction is, by what `co_positions` says: for what only looks like a traceback."""
    for number, found in enumerate(code.co_positions()):
        if number == lasti // 2:
            return found
    return (None, None, None, None)


def _safe_string(value, what, function=str):
    try:
        return function(value)
    except:
        return f'<{what} {function.__name__}() failed>'


class FrameSummary:
    """What a frame is shown by: filename, lineno, name, line; and locals, a dict of reprs, if they were asked for."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_lines', 'locals')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None,
                 colno=None, end_colno=None):
        """lookup_line: read the line of source now, not when it is asked for. line: the source, if it is known."""
        self.filename, self.name = filename, name
        self.lineno, self.end_lineno = lineno, lineno if end_lineno is None else end_lineno
        self.colno, self.end_colno = colno, end_colno
        self._lines = line
        if lookup_line:
            self.line
        self.locals = {name: _safe_string(value, 'local', repr) for name, value in locals.items()} if locals else None

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            compared = ('filename', 'lineno', 'name', 'locals')
            return all(getattr(self, part) == getattr(other, part) for part in compared)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return tuple(self)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __repr__(self):
        return f'<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>'

    def __len__(self):
        return 4

    @property
    def _source(self):
        """The lines of source the frame is at, as they are; None if that can't be known."""
        if self._lines is None and self.lineno is not None and self.end_lineno is not None:
            numbers = range(self.lineno, self.end_lineno + 1)
            self._lines = ''.join(linecache.getline(self.filename, number).rstrip() + '\n' for number in numbers)
        return self._lines

    @property
    def line(self):
        source = self._source
        return None if source is None else source.partition('\n')[0].strip()


class StackSummary(list):
    """A list of FrameSummary objects, which can be shown."""

    @classmethod
    def extract(klass, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        """A summary of frames and their lines, as walk_stack() and walk_tb() yield them.

        limit: so many of them; lookup_lines: read their source now; capture_locals: keep the reprs of their variables.
        """
        frames = ((frame, (lineno, None, None, None)) for frame, lineno in frame_gen)
        return klass._extract(frames, limit, lookup_lines, capture_locals)

    @classmethod
    def _extract(klass, frames, limit=None, lookup_lines=True, capture_locals=False):
        """As `extract`, of (frame, (line, end line, column, end column))."""
        result = klass()
        filenames = set()
        limit = _effective(limit)
        if limit is not None and not limit >= 1:
            frames = list(frames)[limit:] if limit else ()
        for frame, (lineno, end_lineno, colno, end_colno) in frames:
            filename = frame.f_code.co_filename
            filenames.add(filename)
            linecache.lazycache(filename, frame.f_globals)
            result.append(FrameSummary(
                filename, lineno, frame.f_code.co_name, lookup_line=False,
                locals=frame.f_locals if capture_locals else None,
                end_lineno=end_lineno, colno=colno, end_colno=end_colno))
            if len(result) == limit:
                break
        for filename in filenames:
            linecache.checkcache(filename)
        if lookup_lines:
            for summary in result:
                summary.line
        return result

    @classmethod
    def from_list(klass, a_list):
        """A summary of FrameSummary objects or tuples of filename, line number, name and line."""
        def summary(item):
            if isinstance(item, FrameSummary):
                return item
            filename, lineno, name, line = item
            return FrameSummary(filename, lineno, name, line=line)

        return StackSummary(map(summary, a_list))

    def format_frame_summary(self, frame_summary, **kwargs):
        """The text of one frame; a subclass may return None for those not to be shown."""
        _check_colorize(**kwargs)
        source = frame_summary._source
        text = format_frame(
            frame_summary.filename, frame_summary.lineno, frame_summary.name,
            [] if source is None else source.splitlines(), frame_summary.colno, frame_summary.end_colno)
        if frame_summary.locals:
            text += ''.join(f'    {name} = {value}\n' for name, value in sorted(frame_summary.locals.items()))
        return text

    def format(self, **kwargs):
        """The texts of all frames. Of one that comes often in a row, the first three, and how many more there are."""
        _check_colorize(**kwargs)
        result = []
        last, count = None, 0
        for summary in self:
            text = self.format_frame_summary(summary)
            if text is None:
                continue
            here = summary.filename, summary.lineno, summary.name
            if last is None or None in last or here != last:
                result += _repetitions(count)
                last, count = here, 0
            count += 1
            if count <= _RECURSIVE_CUTOFF:
                result.append(text)
        return result + _repetitions(count)


def _effective(limit):
    """How many frames are wanted: the first, or the last if it is negative; None for all."""
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
        return limit if limit is None or limit >= 0 else 0
    return limit


def _repetitions(count):
    more = count - _RECURSIVE_CUTOFF
    if more <= 0:
        return []
    return [f'  [Previous line repeated {more} more time{"s" if more > 1 else ""}]\n']


# ---- exceptions


class TracebackException:
    """What an exception is shown by, without the exception itself and its frames.

    stack is its StackSummary; __cause__, __context__ and exceptions are of this class, too. A syntax error has its
    attributes here. Of groups, so many members and levels are shown as max_group_width and max_group_depth say.
    """

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self.max_group_width = max_group_width
        self.max_group_depth = max_group_depth
        self.stack = StackSummary._extract(
            _walk_tb_with_positions(exc_traceback), limit, lookup_lines, capture_locals)
        self._str = _safe_string(exc_value, 'exception')
        self._exc_type = exc_type if save_exc_type else None
        self.__notes__ = _notes_of(exc_value)
        self._have_exc_type = exc_type is not None
        self.exc_type_qualname = exc_type.__qualname__ if self._have_exc_type else None
        self.exc_type_module = exc_type.__module__ if self._have_exc_type else None
        self._is_syntax_error = self._have_exc_type and issubclass(exc_type, SyntaxError)
        if self._is_syntax_error:
            self._take_place(exc_value)
        else:
            self._str += hint(exc_value, exc_traceback is not None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self.__context__ = self.exceptions = None
        if exc_value is not None and _seen is None:
            options = {
                'limit': limit, 'lookup_lines': lookup_lines, 'capture_locals': capture_locals,
                'max_group_width': max_group_width, 'max_group_depth': max_group_depth, '_seen': (),
            }
            self._take_related(related(exc_value, compact), options)

    def _take_place(self, error):
        self.filename = error.filename
        self.lineno = None if error.lineno is None else str(error.lineno)
        self.end_lineno = None if error.end_lineno is None else str(error.end_lineno)
        self.text = error.text
        self.offset = error.offset
        self.end_offset = error.end_offset
        self.msg = error.msg

    def _take_related(self, rows, options):
        """Makes all that is printed with this exception, of rows that name one another by number."""
        made = [self]
        made += [TracebackException(type(e), e, e.__traceback__, **options) for e, *_ in rows[1:]]
        for shown, (_, cause, context, members) in zip(made, rows):
            shown.__cause__ = None if cause is None else made[cause]
            shown.__context__ = None if context is None else made[context]
            shown.exceptions = None if members is None else [made[member] for member in members]

    @classmethod
    def from_exception(cls, exc, *options, **named_options):
        """That of an exception; the options are the constructor's."""
        return cls(type(exc), exc, exc.__traceback__, *options, **named_options)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    @property
    def exc_type_str(self):
        """The class of the exception as it is shown, with its module."""
        if not self._have_exc_type:
            return None
        module = self.exc_type_module
        if module in ('__main__', 'builtins'):
            return self.exc_type_qualname
        return f'{module if isinstance(module, str) else "<unknown>"}.{self.exc_type_qualname}'

    @property
    def exc_type(self):
        """The class of the exception, if it was kept."""
        from warnings import warn
        warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, 2)
        return self._exc_type

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        """Yield the texts of the exception without its traceback, as the function of this name returns them."""
        _check_colorize(**kwargs)
        indent = 3 * _depth * ' '
        class_text = self.exc_type_str
        if class_text is None:
            yield indent + _format_final_exc_line(None, self._str)
            return
        if self._is_syntax_error:
            lines = format_syntax_error(
                class_text, self.filename, self.lineno, self.end_lineno, self.text, self.offset, self.end_offset,
                self.msg)
            yield from (indent + line for line in lines)
        elif _depth > 0:
            line = _format_final_exc_line(class_text, self._str, insert_final_newline=False)
            yield from _indented(line, indent)
        else:
            yield _format_final_exc_line(class_text, self._str)
        yield from self._format_notes(indent)
        if self.exceptions and show_group:
            for member in self.exceptions:
                yield from member.format_exception_only(show_group=show_group, _depth=_depth + 1)

    def _format_notes(self, indent):
        notes = self.__notes__
        if notes is None:
            return
        if _is_sequence(notes):
            for note in notes:
                yield from _indented(_safe_string(note, 'note'), indent)
        else:
            yield f'{indent}{_safe_string(notes, "__notes__", repr)}\n'

    def format(self, *, chain=True, _ctx=None, **kwargs):
        """Yield the texts of the exception; with chain, first those of the ones it came from or went along with."""
        _check_colorize(**kwargs)
        yield from layout(self._nodes(), chain, self.max_group_width, self.max_group_depth)

    def _nodes(self):
        """What is printed of this exception and all that belong to it, naming one another by number."""
        found, places = [self], {id(self): 0}

        def place(other):
            if other is None:
                return None
            if id(other) not in places:
                places[id(other)] = len(found)
                found.append(other)
            return places[id(other)]

        nodes = []
        for shown in found:
            stack = shown.stack.format() if shown.stack else []
            members = None if shown.exceptions is None else [place(member) for member in shown.exceptions]
            nodes.append((stack, list(shown.format_exception_only()), place(shown.__cause__),
                          place(shown.__context__), shown.__suppress_context__, members))
        return nodes

    def print(self, *, file=None, chain=True, **kwargs):
        """Print what format() yields, to stderr or another file."""
        _write(self.format(chain=chain, **kwargs), file)


def _notes_of(exc):
    """What an exception has as __notes__, or a note that it can't be had."""
    try:
        return getattr(exc, '__notes__', None)
    except Exception as error:
        return [f'Ignored error getting __notes__: {_safe_string(error, "__notes__", repr)}']


def _format_final_exc_line(etype, value, *, insert_final_newline=True):
    text = _safe_string(value, 'exception')
    line = f'{etype}: {text}' if value is not None and text else f'{etype}'
    return line + '\n' if insert_final_newline else line


def _indented(text, indent):
    return [f'{indent}{line}\n' for line in text.split('\n')]


def _is_sequence(notes):
    if isinstance(notes, (list, tuple)):
        return True
    from _collections_abc import Sequence
    return isinstance(notes, Sequence) and not isinstance(notes, (str, bytes))
