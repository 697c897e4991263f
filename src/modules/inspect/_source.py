"""The source of code: files, modules, and the lines of functions and classes."""

import linecache
import os
import sys
import types
from inspect import isclass, iscode, isframe, isfunction, ismethod, ismodule, istraceback, unwrap

__name__ = 'inspect'


class ClassFoundException(Exception):
    """Was raised by the search for classes."""


class EndOfBlock(Exception):
    """Ends the reading of a block."""


def _code_behind(object):
    """The code a method, function, traceback or frame runs; anything else as it is."""
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    return object


def getfile(object):
    """The name of the file an object was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError(f'{object!r} is a built-in module')
    if isclass(object):
        if hasattr(object, '__module__'):
            module = sys.modules.get(object.__module__)
            if getattr(module, '__file__', None):
                return module.__file__
            if object.__module__ == '__main__':
                raise OSError('source code not available')
        raise TypeError(f'{object!r} is a built-in class')
    object = _code_behind(object)
    if iscode(object):
        return object.co_filename
    raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                    + type(object).__name__)


def getmodulename(path):
    """The name of the module in a file, or None."""
    import importlib.machinery
    name = os.path.basename(path)
    suffixes = sorted(importlib.machinery.all_suffixes(), key=len, reverse=True)
    for suffix in suffixes:
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getsourcefile(object):
    """The file with the source of an object, or None."""
    filename = getfile(object)
    if filename in linecache.cache:
        return filename
    if os.path.exists(filename):
        return filename
    module = getmodule(object, filename)
    if getattr(module, '__loader__', None) is not None:
        return filename
    if getattr(getattr(module, '__spec__', None), 'loader', None) is not None:
        return filename
    return None


def getabsfile(object, _filename=None):
    """The same as an absolute path."""
    if _filename is None:
        _filename = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(_filename))


def getmodule(object, _filename=None):
    """The module an object was defined in, or None."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return sys.modules.get(object.__module__)
    try:
        file = _filename or getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, '__file__', None) == file:
            return module
    main = sys.modules['__main__']
    name = getattr(object, '__name__', None)
    if name is not None and getattr(main, name, None) is object:
        return main
    return None


def findsource(object):
    """All lines of the file an object was defined in, and the index of its first."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if not (file.startswith('<') and file.endswith('>')):
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, module.__dict__) if module else linecache.getlines(file)
    if not lines:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        try:
            number = vars(object)['__firstlineno__'] - 1
        except (TypeError, KeyError):
            raise OSError('source code not available')
        if number >= len(lines):
            raise OSError('lineno is out of bounds')
        return lines, number
    object = _code_behind(object)
    if iscode(object):
        if not hasattr(object, 'co_firstlineno'):
            raise OSError('could not find function definition')
        number = object.co_firstlineno - 1
        if number >= len(lines):
            raise OSError('lineno is out of bounds')
        return lines, number
    raise OSError('could not find code object')


def indentsize(line):
    """The width of a line's indentation."""
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getcomments(object):
    """The comment lines directly above the source of an object, or None."""
    try:
        lines, number = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        start = 1 if lines and lines[0][:2] == '#!' else 0
        while start < len(lines) and lines[start].strip() in ('', '#'):
            start += 1
        end = start
        while end < len(lines) and lines[end][:1] == '#':
            end += 1
        comments = lines[start:end] if start < len(lines) and lines[start][:1] == '#' else []
    else:
        indent = indentsize(lines[number])
        start = number
        while start > 0 and lines[start - 1].lstrip()[:1] == '#' and indentsize(lines[start - 1]) == indent:
            start -= 1
        comments = [line.lstrip() for line in lines[start:number]]
    return ''.join(line.expandtabs() for line in comments) or None


class _Reader:
    """Reads lines of source as far as it takes to know where statements end."""

    def __init__(self):
        self.depth = 0
        self.quote = None

    def read(self, line):
        """Takes one more line in. Answers whether the statement goes on in the next one."""
        i = 0
        continued = False
        while i < len(line):
            if self.quote:
                if line[i] == '\\':
                    i += 2
                    continue
                if line.startswith(self.quote, i):
                    i += len(self.quote)
                    self.quote = None
                    continue
                i += 1
                continue
            c = line[i]
            if c == '#':
                break
            if c in '\'"':
                self.quote = c * 3 if line.startswith(c * 3, i) else c
                i += len(self.quote)
                continue
            if c in '([{':
                self.depth += 1
            elif c in ')]}':
                self.depth = max(0, self.depth - 1)
            elif c == '\\' and line[i + 1:].strip() == '':
                continued = True
            i += 1
        if self.quote and len(self.quote) == 1 and not line.rstrip('\r\n').endswith('\\'):
            # A string that isn't closed ends with its line.
            self.quote = None
        return continued or bool(self.quote) or self.depth > 0


class BlockFinder:
    """Finds where the block at the beginning of the lines ends."""

    def __init__(self):
        self.last = 1

    def find(self, lines):
        reader = _Reader()
        number = 0
        header_indent = None
        is_block = is_lambda = False
        inside = False
        while number < len(lines):
            first = number
            line = lines[number]
            text = line.strip()
            if not text or (text[0] == '#' and not inside):
                if text and header_indent is not None and indentsize(line) <= header_indent:
                    break
                number += 1
                continue
            indent = indentsize(line)
            if header_indent is not None and is_block and indent <= header_indent and text[0] != '#':
                break
            while True:
                goes_on = reader.read(lines[number])
                number += 1
                if not goes_on or number >= len(lines):
                    break
            if text[0] == '#':
                if indent <= (header_indent or 0):
                    break
                continue
            self.last = number
            if not is_block:
                if header_indent is None:
                    header_indent = indent
                statement = ''.join(lines[first:number]).strip()
                if text.startswith('@'):
                    continue
                word = text.split(None, 1)[0]
                if word in ('def', 'class', 'async'):
                    # A body on the line of the header is all there is.
                    is_block = inside = True
                    if not _opens_block(statement):
                        break
                else:
                    break
        return self.last


def _opens_block(statement):
    """Whether a header is followed by nothing but a comment."""
    reader = _Reader()
    code = []
    for line in statement.splitlines(True):
        cut = len(line)
        for i, c in enumerate(line):
            if c == '#' and not _inside_string(line[:i]):
                cut = i
                break
        code.append(line[:cut])
    return ''.join(code).rstrip().endswith(':')


def _inside_string(text):
    reader = _Reader()
    reader.read(text + '\\')
    return bool(reader.quote)


def getblock(lines):
    """The lines of the block at the beginning."""
    return lines[:BlockFinder().find(lines)]


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    object = unwrap(object)
    lines, number = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == '<module>'):
        return lines, 0
    return getblock(lines[number:]), number + 1


def getsource(object):
    """The source of an object."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)
