"""Lines of source files by number, for tracebacks; each file is read once.

A file that isn't there is looked for on the module search path, and its module's loader is asked.
"""

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: (size, mtime, lines, full name), with no mtime for what is no file,
# or (function,) as long as it is only known who can give the source.
cache = {}


def getline(filename, lineno, module_globals=None):
    """The line of this number, counted from 1, with its end; '' if there is none."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 0 < lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """All lines of a file, in a list; [] if they can't be had."""
    entry = cache.get(filename, ())
    if len(entry) > 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        # Lines can be read again.
        clearcache()
        return []


def clearcache():
    """Forgets all files."""
    cache.clear()


def checkcache(filename=None):
    """Forgets a file that has changed or gone since it was read, or all such."""
    for name in [*cache] if filename is None else [filename]:
        entry = cache.get(name, ())
        if len(entry) < 2:
            continue
        size, changed, _, fullname = entry
        if changed is not None and _state(fullname) != (size, changed):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Reads a file again and answers its lines; [] if they can't be had."""
    if len(cache.get(filename, ())) > 1:
        cache.pop(filename, None)
    if not filename:
        return []
    if _has_no_file(filename):
        return _lines_of(_source_of_interpreter(filename))
    fullname = filename
    state = _state(fullname)
    if state is None:
        if lazycache(filename, module_globals):
            try:
                text = cache[filename][0]()
            except (ImportError, OSError):
                pass
            else:
                if text is None:
                    return []
                _register_code(filename, text, filename)
                return cache[filename][2]
        fullname, state = _find(filename)
        if state is None:
            return []
    lines = _read(fullname)
    if lines is None:
        return []
    cache[filename] = (*state, lines, fullname)
    return lines


def lazycache(filename, module_globals):
    """Notes who has the source of a file, by the globals of its module: a loader with get_source().

    It is asked when lines are wanted. Answers whether there is one; a file that was read already is left alone.
    """
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or _has_no_file(filename) or '__name__' not in (module_globals or ()):
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals['__name__']
    candidates = getattr(spec, 'loader', None), module_globals.get('__loader__')
    loader = next((each for each in candidates if each is not None), None)
    get_source = getattr(loader, 'get_source', None)
    if not (name and get_source):
        return False
    cache[filename] = (lambda: get_source(name),)
    return True


def _register_code(code, string, name):
    cache[code] = (len(string), None, _lines_of(string), name)


def _lines_of(text):
    return [] if text is None else [line + '\n' for line in text.splitlines()]


def _has_no_file(filename):
    return filename.startswith('<') and filename.endswith('>')


def _source_of_interpreter(filename):
    from _traceback import source
    return source(filename)


def _state(path):
    """The size and the time of change of a file; None if there is none."""
    from posix import _stat
    try:
        found = _stat(path, True)
    except (OSError, ValueError):
        return None
    size, changed = found[6], found[8]
    return size, changed / 1e9


def _find(filename):
    """A file of a relative name on the module search path: (full name, state)."""
    import sys
    if filename.startswith('/'):
        return filename, None
    for folder in sys.path:
        if not isinstance(folder, str):
            continue
        fullname = f'{folder}/{filename}' if folder and not folder.endswith('/') else folder + filename
        state = _state(fullname)
        if state is not None:
            return fullname, state
    return filename, None


def _read(path):
    from _imp import decode_source
    try:
        with open(path, 'rb') as file:
            text = decode_source(file.read(), path)
    except (OSError, UnicodeDecodeError, SyntaxError):
        return None
    lines = text.replace('\r\n', '\n').replace('\r', '\n').split('\n')
    if lines[-1] == '' and len(lines) > 1:
        lines.pop()
    return [line + '\n' for line in lines]
