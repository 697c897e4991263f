"""Common operations on Posix pathnames.

Instead of importing this module directly, import os and refer to
this module as os.path.  The "os.path" name is an alias for this
module on Posix systems.
"""

import os
import stat
from posix import fspath as _fspath, _realpath

__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
    'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile',
    'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir',
    'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames',
    'relpath', 'commonpath', 'isjunction', 'isdevdrive',
]

curdir = '.'
pardir = '..'
extsep = '.'
sep = '/'
pathsep = ':'
defpath = '/bin:/usr/bin'
altsep = None
devnull = '/dev/null'
supports_unicode_filenames = False


def _like(path, text):
    """The text as bytes, if the path is bytes."""
    return text.encode() if isinstance(path, bytes) else text


def _check_types(function, *args):
    """Raises what is wrong with arguments that could not be put together."""
    has_str = has_bytes = False
    for arg in args:
        if isinstance(arg, str):
            has_str = True
        elif isinstance(arg, bytes):
            has_bytes = True
        else:
            raise TypeError(
                f'{function}() argument must be str, bytes, or os.PathLike object, not {type(arg).__name__!r}'
            ) from None
    if has_str and has_bytes:
        raise TypeError("Can't mix strings and bytes in path components") from None


# Taking paths apart.


def normcase(s):
    """Normalize case of pathname.  Has no effect under Posix"""
    return _fspath(s)


def isabs(s):
    """Test whether a path is absolute"""
    s = _fspath(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """Join two or more pathname components, inserting '/' as needed.
    If any component is an absolute path, all previous path components
    will be discarded.  An empty last part will result in a path that
    ends with a separator."""
    path = a = _fspath(a)
    slash = _like(a, '/')
    try:
        for part in map(_fspath, p):
            if part.startswith(slash) or not path:
                path = part
            elif path.endswith(slash):
                path += part
            else:
                path += slash + part
    except (TypeError, AttributeError):
        _check_types('join', a, *p)
        raise
    return path


def split(p):
    """Split a pathname.  Returns tuple "(head, tail)" where "tail" is
    everything after the final slash.  Either part may be empty."""
    p = _fspath(p)
    slash = _like(p, '/')
    head, found, tail = p.rpartition(slash)
    head += found
    return head.rstrip(slash) or head, tail


def splitext(p):
    """Split the extension from a pathname.

    Extension is everything from the last dot to the end, ignoring
    leading dots.  Returns "(root, ext)"; ext may be empty."""
    p = _fspath(p)
    dot = _like(p, '.')
    start = p.rfind(_like(p, '/')) + 1
    at = p.rfind(dot)
    # A name that is all dots before the last one has no extension.
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """Split a pathname into drive and path. On Posix, drive is always
    empty."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """Split a pathname into drive, root and tail.

    The tail contains anything after the root."""
    p = _fspath(p)
    slash = _like(p, '/')
    rest = p.lstrip(slash)
    count = len(p) - len(rest)
    # Two slashes are a root of their own, three or more are one.
    root = p[:2] if count == 2 else p[: min(count, 1)]
    return p[:0], root, p[len(root) :]


def basename(p):
    """Returns the final component of a pathname"""
    p = _fspath(p)
    return p.rpartition(_like(p, '/'))[2]


def dirname(p):
    """Returns the directory component of a pathname"""
    return split(p)[0]


def commonprefix(m):
    """Given a list of pathnames, returns the longest common leading component"""
    if not m:
        return ''
    if not isinstance(m[0], (list, tuple)):
        m = tuple(map(_fspath, m))
    low, high = min(m), max(m)
    for i, part in enumerate(low):
        if part != high[i]:
            return low[:i]
    return low


def normpath(path):
    """Normalize path, eliminating double slashes, etc."""
    try:
        path = _fspath(path)
    except TypeError:
        kind = type(path).__name__
        raise TypeError(f'_path_normpath: path should be string, bytes or os.PathLike, not {kind}') from None
    slash, dot, up = _like(path, '/'), _like(path, '.'), _like(path, '..')
    _, root, tail = splitroot(path)
    parts = []
    for part in tail.split(slash):
        if not part or part == dot:
            continue
        if part != up or (not root and (not parts or parts[-1] == up)):
            parts.append(part)
        elif parts:
            parts.pop()
    return root + slash.join(parts) or dot


def abspath(path):
    """Return an absolute path."""
    path = _fspath(path)
    if not isabs(path):
        cwd = os.getcwd()
        path = join(cwd.encode() if isinstance(path, bytes) else cwd, path)
    return normpath(path)


def relpath(path, start=None):
    """Return a relative version of a path"""
    path = _fspath(path)
    if not path:
        raise ValueError('no path specified')
    slash, up = _like(path, '/'), _like(path, '..')
    start = _like(path, '.') if start is None else _fspath(start)
    try:
        there = [part for part in abspath(path).split(slash) if part]
        here = [part for part in abspath(start).split(slash) if part]
        common = len(commonprefix([here, there]))
        parts = [up] * (len(here) - common) + there[common:]
        return slash.join(parts) if parts else _like(path, '.')
    except (TypeError, AttributeError):
        _check_types('relpath', path, start)
        raise


def commonpath(paths):
    """Given a sequence of path names, returns the longest common sub-path."""
    paths = tuple(map(_fspath, paths))
    if not paths:
        raise ValueError('commonpath() arg is an empty sequence')
    slash, dot = _like(paths[0], '/'), _like(paths[0], '.')
    try:
        if len({path.startswith(slash) for path in paths}) > 1:
            raise ValueError("Can't mix absolute and relative paths")
        split_paths = [[c for c in path.split(slash) if c and c != dot] for path in paths]
        root = slash if paths[0].startswith(slash) else slash[:0]
        return root + slash.join(commonprefix(split_paths))
    except (TypeError, AttributeError):
        _check_types('commonpath', *paths)
        raise


# Asking about files.


def _stat_or_none(path, stat_function=None):
    try:
        return (stat_function or os.stat)(path)
    except (OSError, ValueError):
        return None


def exists(path):
    """Test whether a path exists.  Returns False for broken symbolic links"""
    return _stat_or_none(path) is not None


def lexists(path):
    """Test whether a path exists.  Returns True for broken symbolic links"""
    return _stat_or_none(path, os.lstat) is not None


def isfile(path):
    """Test whether a path is a regular file"""
    found = _stat_or_none(path)
    return found is not None and stat.S_ISREG(found.st_mode)


def isdir(s):
    """Return true if the pathname refers to an existing directory."""
    found = _stat_or_none(s)
    return found is not None and stat.S_ISDIR(found.st_mode)


def islink(path):
    """Test whether a path is a symbolic link"""
    found = _stat_or_none(path, os.lstat)
    return found is not None and stat.S_ISLNK(found.st_mode)


def isjunction(path):
    """Test whether a path is a junction
    Junctions are not supported on the current platform"""
    _fspath(path)
    return False


def isdevdrive(path):
    """Determines whether the specified path is on a Windows Dev Drive.
    Dev Drives are not supported on the current platform"""
    _fspath(path)
    return False


def ismount(path):
    """Test whether a path is a mount point"""
    here = _stat_or_none(path, os.lstat)
    if here is None or stat.S_ISLNK(here.st_mode):
        return False
    path = _fspath(path)
    above = _stat_or_none(realpath(join(path, _like(path, '..'))), os.lstat)
    return above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    """Return the size of a file, reported by os.stat()."""
    return os.stat(filename).st_size


def getmtime(filename):
    """Return the last modification time of a file, reported by os.stat()."""
    return os.stat(filename).st_mtime


def getatime(filename):
    """Return the last access time of a file, reported by os.stat()."""
    return os.stat(filename).st_atime


def getctime(filename):
    """Return the metadata change time of a file, reported by os.stat()."""
    return os.stat(filename).st_ctime


def samestat(s1, s2):
    """Test whether two stat buffers reference the same file"""
    return s1.st_ino == s2.st_ino and s1.st_dev == s2.st_dev


def samefile(f1, f2):
    """Test whether two pathnames reference the same actual file or directory

    This is determined by the device number and i-node number and
    raises an exception if an os.stat() call on either pathname fails.
    """
    return samestat(os.stat(f1), os.stat(f2))


def sameopenfile(fp1, fp2):
    """Test whether two open file objects reference the same file"""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def realpath(filename, *, strict=False):
    """Return the canonical path of the specified filename, eliminating any
symbolic links encountered in the path."""
    path = abspath(filename)
    if strict:
        return _realpath(path)
    # What doesn't exist is kept as it is, behind the real path of what does.
    missing = []
    while True:
        try:
            return normpath(join(_realpath(path), *reversed(missing)))
        except OSError:
            path, last = split(path)
            if not last:
                return join(path, *reversed(missing))
            missing.append(last)


# Replacing what stands for something else.


def expanduser(path):
    """Expand ~ and ~user constructions.  If user or $HOME is unknown,
    do nothing."""
    path = _fspath(path)
    tilde, slash = _like(path, '~'), _like(path, '/')
    if not path.startswith(tilde):
        return path
    user, _, _ = path.partition(slash)
    home = os.environ.get('HOME') if user == tilde else None
    if home is None:
        return path
    home = _like(path, home).rstrip(slash)
    return (home + path[len(user) :]) or slash


def expandvars(path):
    """Expand shell variables of form $var and ${var}.  Unknown variables
    are left unchanged."""
    path = _fspath(path)
    if isinstance(path, bytes):
        return os.fsencode(expandvars(os.fsdecode(path)))
    result = []
    i = 0
    while i < len(path):
        end = i + 1
        name = None
        if path[i] == '$':
            if path.startswith('{', end):
                close = path.find('}', end)
                if close > 0:
                    name, end = path[end + 1 : close], close + 1
            else:
                while end < len(path) and (path[end] == '_' or path[end].isalnum() and path[end].isascii()):
                    end += 1
                name = path[i + 1 : end]
        result.append(os.environ.get(name, path[i:end]) if name else path[i:end])
        i = end
    return ''.join(result)
