"""The source of code: files, modules, and the lines of functions and classes."""

import linecache
import os
import sys
import types
from inspect import getblock, indentsize, isclass, iscode, isframe, ismodule, istraceback, unwrap

__name__ = 'inspect'


# Where the next step from an object towards its code lies.
_STEPS = [
    (types.MethodType, '__func__'),
    (types.FunctionType, '__code__'),
    (types.TracebackType, 'tb_frame'),
    (types.FrameType, 'f_code'),
]


def _code_behind(object):
    """The code a method, function, traceback or frame runs; anything else as it is."""
    for kind, attribute in _STEPS:
        if isinstance(object, kind):
            object = getattr(object, attribute)
    return object


def _module_file(module):
    """The file of a module, or None."""
    return getattr(module, '__file__', None) or None


def getfile(object):
    """The name of the file an object was defined in."""
    code = _code_behind(object)
    if iscode(code):
        return code.co_filename
    if not ismodule(object) and not isclass(object):
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got '
                        + type(code).__name__)
    home = object if ismodule(object) else sys.modules.get(getattr(object, '__module__', None))
    if (file := _module_file(home)) is not None:
        return file
    if isclass(object) and getattr(object, '__module__', None) == '__main__':
        raise OSError('source code not available')
    raise TypeError(f'{object!r} is a built-in {"class" if isclass(object) else "module"}')


def getmodulename(path):
    """The name of the module in a file, or None."""
    from importlib.machinery import all_suffixes
    name = os.path.basename(path)
    suffix = max((suffix for suffix in all_suffixes() if name.endswith(suffix)), key=len, default=None)
    return None if suffix is None else name[:-len(suffix)]


def _has_loader(module):
    """Whether somebody can be asked for the source of a module."""
    spec = getattr(module, '__spec__', None)
    return any(found is not None for found in (getattr(module, '__loader__', None), getattr(spec, 'loader', None)))


def getsourcefile(object):
    """The file with the source of an object, or None."""
    file = getfile(object)
    is_readable = file in linecache.cache or os.path.exists(file) or _has_loader(getmodule(object, file))
    return file if is_readable else None


def getabsfile(object, _filename=None):
    """The same as an absolute path."""
    file = _filename
    if file is None:
        file = getsourcefile(object) or getfile(object)
    return os.path.normcase(os.path.abspath(file))


def _module_of_file(file):
    """The module that was loaded from a file, or None."""
    modules = [module for module in sys.modules.values() if ismodule(module)]
    return next((module for module in modules if _module_file(module) == file), None)


def getmodule(object, _filename=None):
    """The module an object was defined in, or None."""
    if ismodule(object):
        return object
    name = getattr(object, '__module__', _UNKNOWN)
    if name is not _UNKNOWN:
        return sys.modules.get(name)
    try:
        module = _module_of_file(_filename or getfile(object))
    except TypeError:
        return None
    main = sys.modules['__main__']
    if module is None and getattr(main, getattr(object, '__name__', ''), None) is object:
        module = main
    return module


_UNKNOWN = object()


def _lines_of_file(object):
    """The lines of the file an object was defined in."""
    file = getsourcefile(object)
    if file:
        linecache.checkcache(file)
    else:
        file = getfile(object)
        if file[:1] != '<' or file[-1:] != '>':
            raise OSError('source code not available')
    module = getmodule(object, file)
    lines = linecache.getlines(file, vars(module) if module else None)
    if lines:
        return lines
    raise OSError('could not get source code')


def _first_line(object):
    """The number of the line that the definition of a class or of code begins in."""
    if isclass(object):
        number = object.__dict__.get('__firstlineno__')
        if not isinstance(number, int):
            raise OSError('source code not available')
        return number
    code = _code_behind(object)
    if iscode(code):
        return code.co_firstlineno
    raise OSError('could not find code object')


def findsource(object):
    """All lines of the file an object was defined in, and the index of its first."""
    lines = _lines_of_file(object)
    index = 0 if ismodule(object) else _first_line(object) - 1
    if index >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, index


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


def getsourcelines(object):
    """The lines of an object's source, and the number of the first."""
    source = unwrap(object)
    lines, index = findsource(source)
    frame = source.tb_frame if istraceback(source) else source
    is_whole_file = ismodule(frame) or (isframe(frame) and frame.f_code.co_name == '<module>')
    return (lines, 0) if is_whole_file else (getblock(lines[index:]), index + 1)


def getsource(object):
    """The source of an object."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)
