"""Cache lines from Python source files.

This is intended to read lines from modules imported -- hence if a filename
is not found, it will look down the module search path for a file by
that name.
"""

__all__ = ['getline', 'clearcache', 'checkcache', 'lazycache']

# By file name: (size, mtime, lines, full name), with no mtime for what is no file,
# or (function,) as long as it is only known who can give the source.
cache = {}


def clearcache():
    """Clear the cache entirely."""
    cache.clear()


def getline(filename, lineno, module_globals=None):
    """Get a line for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    lines = getlines(filename, module_globals)
    return lines[lineno - 1] if 1 <= lineno <= len(lines) else ''


def getlines(filename, module_globals=None):
    """Get the lines for a Python source file from the cache.
    Update the cache if it doesn't contain an entry for this file already."""
    entry = cache.get(filename)
    if entry is not None and len(entry) != 1:
        return entry[2]
    try:
        return updatecache(filename, module_globals)
    except MemoryError:
        clearcache()
        return []


def checkcache(filename=None):
    """Discard cache entries that are out of date.
    (This is not checked upon each call!)"""
    if filename is None:
        names = list(cache)
    else:
        names = [filename] if filename in cache else []
    for name in names:
        entry = cache[name]
        if len(entry) == 1 or entry[1] is None:
            continue
        size, mtime, _, fullname = entry
        if _state(fullname) != (size, mtime):
            cache.pop(name, None)


def updatecache(filename, module_globals=None):
    """Update a cache entry and return its list of lines.
    If something's wrong, print a message, discard the cache entry,
    and return an empty list."""
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
    """Seed the cache for filename with module_globals.

    The module loader will be asked for the source only when getlines is
    called, not immediately.

    If there is an entry in the cache already, it is not altered.

    :return: True if a lazy load is registered in the cache,
        otherwise False. To register such a load a module loader with a
        get_source method must be found, the filename must be a cacheable
        filename, and the filename must not be already cached.
    """
    if filename in cache:
        return len(cache[filename]) == 1
    if not filename or _has_no_file(filename):
        return False
    if not module_globals or '__name__' not in module_globals:
        return False
    spec = module_globals.get('__spec__')
    name = getattr(spec, 'name', None) or module_globals['__name__']
    loader = getattr(spec, 'loader', None)
    if loader is None:
        loader = module_globals.get('__loader__')
    get_source = getattr(loader, 'get_source', None)
    if not name or not get_source:
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
