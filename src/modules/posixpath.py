"""Paths as Posix has them, which is what os.path is."""

import os
import stat
from posix import fspath as _fspath

__all__ = [
    'normcase', 'isabs', 'join', 'splitdrive', 'splitroot', 'split', 'splitext', 'basename', 'dirname',
    'commonprefix', 'getsize', 'getmtime', 'getatime', 'getctime', 'islink', 'exists', 'lexists', 'isdir', 'isfile',
    'ismount', 'expanduser', 'expandvars', 'normpath', 'abspath', 'samefile', 'sameopenfile', 'samestat', 'curdir',
    'pardir', 'sep', 'pathsep', 'defpath', 'altsep', 'extsep', 'devnull', 'realpath', 'supports_unicode_filenames',
    'relpath', 'commonpath', 'isjunction', 'isdevdrive',
]

sep, altsep = '/', None
curdir, pardir, extsep = '.', '..', '.'
# Of lists of folders, and the one to look for programs in where the environment has none.
pathsep, defpath = ':', '/bin:/usr/bin'
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
    """The path itself: upper and lower case are different."""
    return _fspath(s)


def isabs(s):
    """Whether a path begins at the root."""
    s = _fspath(s)
    return s.startswith(_like(s, '/'))


def join(a, *p):
    """One path of several: each begins where those before it end, or anew if it is absolute.

    With an empty one at the end, the path ends in a slash.

    """
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
    """What stands before the last slash of a path, and what stands behind it.

    The former has no slashes at its end, unless it is all slashes.
    """
    p = _fspath(p)
    slash = _like(p, '/')
    head, found, tail = p.rpartition(slash)
    head += found
    return head.rstrip(slash) or head, tail


def splitext(p):
    """A path in two: up to the last dot of its name, and from it on. Dots that a name begins with don't count."""
    p = _fspath(p)
    dot = _like(p, '.')
    start = p.rfind(_like(p, '/')) + 1
    at = p.rfind(dot)
    # A name that is all dots before the last one has no extension.
    if at > start and p[start:at].strip(dot):
        return p[:at], p[at:]
    return p, p[:0]


def splitdrive(p):
    """The drive of a path, which is always empty here, and the path."""
    p = _fspath(p)
    return p[:0], p


def splitroot(p):
    """The drive of a path, always empty here; the slashes that are its root; and the rest."""
    p = _fspath(p)
    slash = _like(p, '/')
    rest = p.lstrip(slash)
    count = len(p) - len(rest)
    # Two slashes are a root of their own, three or more are one.
    root = p[:2] if count == 2 else p[: min(count, 1)]
    return p[:0], root, p[len(root) :]


def basename(p):
    """What stands behind the last slash of a path."""
    p = _fspath(p)
    return p.rpartition(_like(p, '/'))[2]


def dirname(p):
    """What stands before the last slash of a path, as split() has it."""
    return split(p)[0]


def commonprefix(m):
    """What all of the paths, or of the lists, begin with. It may end in the midst of a name."""
    sequences = m
    if m and not isinstance(m[0], (list, tuple)):
        sequences = [_fspath(path) for path in m]
    if not sequences:
        return ''
    # What the least and the greatest share is shared by all between.
    low, high = min(sequences), max(sequences)
    for i, part in enumerate(low):
        if part != high[i]:
            return low[:i]
    return low


def normpath(path):
    """A path without what it doesn't need: dots, slashes after slashes, names that '..' takes back."""
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
    """The path from the root, as normpath() has it."""
    path = _fspath(path)
    if not isabs(path):
        cwd = os.getcwd()
        path = join(cwd.encode() if isinstance(path, bytes) else cwd, path)
    return normpath(path)


def relpath(path, start=None):
    """The path from a folder - the current one by default - to where another path leads."""
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
    """The folder, named as far as possible, that all of the paths lie in. They are all absolute, or none is."""
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
    """Whether a path leads somewhere."""
    return _stat_or_none(path) is not None


def lexists(path):
    """Whether a path leads somewhere, or to a link that leads nowhere."""
    return _stat_or_none(path, os.lstat) is not None


def isfile(path):
    """Whether a path leads to a regular file."""
    found = _stat_or_none(path)
    return found is not None and stat.S_ISREG(found.st_mode)


def isdir(s):
    """Whether a path leads to a folder."""
    found = _stat_or_none(s)
    return found is not None and stat.S_ISDIR(found.st_mode)


def islink(path):
    """Whether a path is that of a symbolic link."""
    found = _stat_or_none(path, os.lstat)
    return found is not None and stat.S_ISLNK(found.st_mode)


def isjunction(path):
    """Whether a path is that of a junction, which only Windows has."""
    _fspath(path)
    return False


def isdevdrive(path):
    """Whether a path is on a Dev Drive, which only Windows has."""
    _fspath(path)
    return False


def ismount(path):
    """Whether a path leads to where another file system begins."""
    here = _stat_or_none(path, os.lstat)
    if here is None or stat.S_ISLNK(here.st_mode):
        return False
    path = _fspath(path)
    above = _stat_or_none(realpath(join(path, _like(path, '..'))), os.lstat)
    return above is not None and (here.st_dev != above.st_dev or here.st_ino == above.st_ino)


def getsize(filename):
    """How many bytes a file has."""
    return os.stat(filename).st_size


def getatime(filename):
    """When a file was last read, in seconds."""
    return os.stat(filename).st_atime


def getctime(filename):
    """When what the system knows about a file last changed, in seconds."""
    return os.stat(filename).st_ctime


def getmtime(filename):
    """When a file was last written, in seconds."""
    return os.stat(filename).st_mtime


def samestat(s1, s2):
    """Whether two results of stat() are about one file."""
    return (s1.st_dev, s1.st_ino) == (s2.st_dev, s2.st_ino)


def samefile(f1, f2):
    """Whether two paths lead to one file. Both must lead somewhere."""
    return samestat(*map(os.stat, (f1, f2)))


def sameopenfile(fp1, fp2):
    """Whether two file descriptors are of one file."""
    return samestat(os.fstat(fp1), os.fstat(fp2))


def realpath(filename, *, strict=False):
    """The path from the root with every symbolic link followed.

    What isn't there is kept as it is, and so is a link that leads to itself; with strict, they are errors.

    """
    path = _fspath(filename)
    slash, dot, up = _like(path, '/'), _like(path, '.'), _like(path, '..')
    here = slash if path.startswith(slash) else _like(path, os.getcwd())
    # The parts to go, the next one last. A tuple stands behind the parts of a link, and has its path.
    ahead = path.split(slash)[::-1]
    # Where links lead; None while that is being found out.
    known = {}
    while ahead:
        part = ahead.pop()
        if isinstance(part, tuple):
            known[part[0]] = here
        elif part == up:
            here = dirname(here)
        elif part and part != dot:
            here = join(here, part)
            target = _link_target(here, strict)
            if target is None:
                continue
            if here in known:
                here = known[here] or _looping(here, strict)
                continue
            known[here] = None
            ahead.append((here,))
            ahead += target.split(slash)[::-1]
            here = slash if target.startswith(slash) else dirname(here)
    return here


def _link_target(path, strict):
    """What a symbolic link leads to; None for anything else, and if not strict for what isn't there."""
    try:
        is_link = stat.S_ISLNK(os.lstat(path).st_mode)
        return os.readlink(path) if is_link else None
    except OSError:
        if strict:
            raise
        return None


def _looping(path, strict):
    """The path of a link that leads to itself, which is where it ends; an error if strict."""
    if strict:
        os.stat(path)
    return path


# Replacing what stands for something else.


def expanduser(path):
    """A path whose '~' at the beginning is replaced by $HOME, if that is known. '~name' stays."""
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
    """A path in which $name and ${name} are replaced by environment variables, if they are set."""
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
