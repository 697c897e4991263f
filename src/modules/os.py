"""OS routines for NT or Posix depending on what system we're on.

What a script about files needs is here: os.path, listing, making, renaming
and removing files and folders, the environment.  There are no processes,
no signals and no file descriptors.
"""

import abc
import posixpath as path
import stat as _stat_module
import sys
from _collections_abc import Mapping, MutableMapping, _check_methods
from posix import (
    _entries, _exit, _stat, _utime, chdir, chmod, cpu_count, environ as _initial, fspath, getcwd, getpid, isatty, link,
    listdir, mkdir, readlink, remove, rename, replace, rmdir, strerror, symlink, truncate, unlink, urandom,
)

sys.modules['os.path'] = path

from os.path import altsep, curdir, defpath, devnull, extsep, pardir, pathsep, sep

__all__ = [
    'DirEntry', 'F_OK', 'PathLike', 'SEEK_CUR', 'SEEK_END', 'SEEK_SET', '_exit', 'altsep', 'chdir', 'chmod',
    'cpu_count', 'curdir', 'defpath', 'devnull', 'environ', 'error', 'extsep', 'fsdecode', 'fsencode', 'fspath',
    'get_exec_path', 'get_terminal_size', 'getcwd', 'getcwdb', 'getenv', 'getpid', 'isatty', 'linesep', 'link',
    'listdir', 'lstat', 'makedirs', 'mkdir', 'name', 'pardir', 'path', 'pathsep', 'process_cpu_count', 'putenv',
    'readlink', 'remove', 'removedirs', 'rename', 'renames', 'replace', 'rmdir', 'scandir', 'sep', 'stat',
    'stat_result', 'strerror', 'supports_bytes_environ', 'symlink', 'terminal_size', 'truncate', 'unlink', 'unsetenv',
    'urandom', 'utime', 'walk',
]

name = 'posix'
linesep = '\n'
error = OSError
F_OK = 0
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
supports_bytes_environ = False
supports_follow_symlinks = frozenset()
supports_dir_fd = frozenset()
supports_fd = frozenset()
supports_effective_ids = frozenset()


# Paths.


class PathLike(abc.ABC):
    """Abstract base class for implementing the file system path protocol."""

    __slots__ = ()

    @abc.abstractmethod
    def __fspath__(self):
        """Return the file system path representation of the object."""
        raise NotImplementedError

    @classmethod
    def __subclasshook__(cls, subclass):
        if cls is PathLike:
            return _check_methods(subclass, '__fspath__')
        return NotImplemented

    __class_getitem__ = classmethod(type(list[int]))


def fsencode(filename):
    """Encode filename (an os.PathLike, bytes, or str) to the filesystem
    encoding with 'surrogateescape' error handler, return bytes unchanged."""
    filename = fspath(filename)
    return filename.encode('utf-8', 'surrogateescape') if isinstance(filename, str) else filename


def fsdecode(filename):
    """Decode filename (an os.PathLike, bytes, or str) from the filesystem
    encoding with 'surrogateescape' error handler, return str unchanged."""
    filename = fspath(filename)
    return filename.decode('utf-8', 'surrogateescape') if isinstance(filename, bytes) else filename


def getcwdb():
    """Return a bytes string representing the current working directory."""
    return fsencode(getcwd())


# The environment.


class _Environ(MutableMapping):
    """The environment variables, as a mapping of str to str."""

    def __init__(self, data):
        self._data = data

    @staticmethod
    def encodekey(value):
        if not isinstance(value, str):
            raise TypeError(f'str expected, not {type(value).__name__}')
        return value

    encodevalue = encodekey

    def __getitem__(self, key):
        try:
            return self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None

    def __setitem__(self, key, value):
        self._data[_variable_name(self.encodekey(key))] = self.encodevalue(value)

    def __delitem__(self, key):
        try:
            del self._data[self.encodekey(key)]
        except KeyError:
            raise KeyError(key) from None

    def __iter__(self):
        yield from list(self._data)

    def __len__(self):
        return len(self._data)

    def __repr__(self):
        items = ', '.join(f'{key!r}: {value!r}' for key, value in self._data.items())
        return f'environ({{{items}}})'

    def setdefault(self, key, value=None):
        if key not in self:
            self[key] = value
        return self[key]

    def copy(self):
        return dict(self)

    def __or__(self, other):
        return dict(self) | dict(other) if isinstance(other, Mapping) else NotImplemented

    def __ror__(self, other):
        return dict(other) | dict(self) if isinstance(other, Mapping) else NotImplemented

    def __ior__(self, other):
        self.update(other)
        return self


def _variable_name(key):
    if not key or '=' in key:
        raise ValueError('illegal environment variable name')
    return key


environ = _Environ(_initial)


def getenv(key, default=None):
    """Get an environment variable, return None if it doesn't exist.
    The optional second argument can specify an alternate default.
    key, default and the result are str."""
    return environ.get(key, default)


def putenv(name, value, /):
    """Change or add an environment variable. There are no other processes that could see it."""
    _variable_name(environ.encodekey(name))
    environ.encodevalue(value)


def unsetenv(name, /):
    """Delete an environment variable. There are no other processes that could see it."""
    if not environ.encodekey(name) or '=' in name:
        raise OSError(22, 'Invalid argument')


def get_exec_path(env=None):
    """Returns the sequence of directories that will be searched for the
    named executable (similar to a shell) when launching a process."""
    return (environ if env is None else env).get('PATH', defpath).split(pathsep)


def process_cpu_count():
    """Get the number of CPUs of the current process."""
    return cpu_count()


# What is known about a file.


class stat_result(tuple):
    """stat_result: Result from stat, fstat, or lstat.

    This object may be accessed either as a tuple of
      (mode, ino, dev, nlink, uid, gid, size, atime, mtime, ctime)
    or via the attributes st_mode, st_ino, st_dev, st_nlink, st_uid, and so on.
    """

    n_sequence_fields = 10
    n_fields = 19
    n_unnamed_fields = 3

    def __new__(cls, sequence, dict={}):
        sequence = tuple(sequence)
        if len(sequence) < 10:
            raise TypeError(f'os.stat_result() takes an at least 10-sequence ({len(sequence)}-sequence given)')
        self = super().__new__(cls, sequence[:10])
        self.st_atime, self.st_mtime, self.st_ctime = sequence[7:10]
        self.__dict__.update(dict)
        return self

    st_mode = property(lambda self: self[0])
    st_ino = property(lambda self: self[1])
    st_dev = property(lambda self: self[2])
    st_nlink = property(lambda self: self[3])
    st_uid = property(lambda self: self[4])
    st_gid = property(lambda self: self[5])
    st_size = property(lambda self: self[6])

    def __repr__(self):
        names = ('st_mode', 'st_ino', 'st_dev', 'st_nlink', 'st_uid', 'st_gid', 'st_size')
        times = ('st_atime', 'st_mtime', 'st_ctime')
        fields = [f'{n}={v!r}' for n, v in zip(names + times, self)]
        return f'os.stat_result({", ".join(fields)})'

    def __reduce__(self):
        return stat_result, (tuple(self), self.__dict__)


def _stat_result(fields):
    """A result of what the system said; its times are whole seconds in the tuple."""
    *first, atime, mtime, ctime, blksize, blocks, rdev = fields
    more = {'st_blksize': blksize, 'st_blocks': blocks, 'st_rdev': rdev}
    for key, nanos in ('st_atime', atime), ('st_mtime', mtime), ('st_ctime', ctime):
        more[key] = nanos / 1_000_000_000
        more[key + '_ns'] = nanos
    return stat_result((*first, *(nanos // 1_000_000_000 for nanos in (atime, mtime, ctime))), more)


def stat(path, *, dir_fd=None, follow_symlinks=True):
    """Perform a stat system call on the given path."""
    return _stat_result(_stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    """Perform a stat system call on the given path, without following symbolic links."""
    return _stat_result(_stat(path, False))


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set the access and modified time of path."""
    if times is not None and ns is not None:
        raise ValueError("utime: you may specify either 'times' or 'ns' but not both")
    if times is not None:
        if not isinstance(times, tuple) or len(times) != 2:
            raise TypeError("utime: 'times' must be either a tuple of two ints or None")
        ns = tuple(int(t * 1_000_000_000) for t in times)
    elif ns is not None and (not isinstance(ns, tuple) or len(ns) != 2):
        raise TypeError("utime: 'ns' must be a tuple of two ints")
    _utime(path, *(ns or (None, None)))


class terminal_size(tuple):
    """A tuple of (columns, lines) for holding terminal window size"""

    columns = property(lambda self: self[0], doc='width of the terminal window in characters')
    lines = property(lambda self: self[1], doc='height of the terminal window in characters')

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]!r}, lines={self[1]!r})'


def get_terminal_size(fd=1, /):
    """Return the size of the terminal window as (columns, lines): here never known."""
    raise OSError(25, 'Inappropriate ioctl for device') if fd in (0, 1, 2) else OSError(9, 'Bad file descriptor')


# Folders.


class DirEntry:
    """What scandir() found: a name, and what is known of it."""

    __module__ = 'posix'
    __slots__ = ('name', 'path', '_kind', '_inode', '_stat', '_lstat')

    def __new__(cls, *args, **kwargs):
        raise TypeError("cannot create 'posix.DirEntry' instances")

    def __repr__(self):
        return f'<DirEntry {self.name!r}>'

    def __fspath__(self):
        return self.path

    def inode(self):
        """Return inode of the entry; cached per entry."""
        return self._inode

    def is_symlink(self):
        """Return True if the entry is a symbolic link; cached per entry."""
        return self._kind == 'l'

    def _is(self, kind, test, follow_symlinks):
        if not follow_symlinks or self._kind != 'l':
            return self._kind == kind
        try:
            return test(self.stat().st_mode)
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Return True if the entry is a directory; cached per entry."""
        return self._is('d', _stat_module.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Return True if the entry is a file; cached per entry."""
        return self._is('f', _stat_module.S_ISREG, follow_symlinks)

    def is_junction(self):
        """Return True if the entry is a junction; cached per entry."""
        return False

    def stat(self, *, follow_symlinks=True):
        """Return stat_result object for the entry; cached per entry."""
        if follow_symlinks and self._kind == 'l':
            if self._stat is None:
                self._stat = stat(self.path)
            return self._stat
        if self._lstat is None:
            self._lstat = lstat(self.path)
        return self._lstat

    __class_getitem__ = classmethod(type(list[int]))


class _ScandirIterator:
    """The entries of a folder."""

    def __init__(self, entries):
        self._entries = entries

    def __iter__(self):
        return self

    def __next__(self):
        return next(self._entries)

    def close(self):
        self._entries = iter(())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()


def scandir(path=None):
    """Return an iterator of DirEntry objects for given path.

    path can be specified as either str, bytes, or a path-like object.  If path
    is bytes, the names of yielded DirEntry objects will also be bytes; in
    all other circumstances they will be str.

    If path is None, uses the path='.'."""
    found = _entries(path)
    folder = '.' if path is None else fspath(path)

    def entries():
        for name, kind, inode in found:
            entry = object.__new__(DirEntry)
            entry.name, entry._kind, entry._inode = name, kind, inode
            entry.path = _join(folder, name)
            entry._stat = entry._lstat = None
            yield entry

    return _ScandirIterator(entries())


_join = path.join


def makedirs(name, mode=0o777, exist_ok=False):
    """makedirs(name [, mode=0o777][, exist_ok=False])

    Super-mkdir; create a leaf directory and all intermediate ones.  Works like
    mkdir, except that any intermediate path segment (not just the rightmost)
    will be created if it does not exist. If the target directory already
    exists, raise an OSError if exist_ok is False. Otherwise no exception is
    raised.  This is recursive.
    """
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    if head and tail and not path.exists(head):
        try:
            makedirs(head, exist_ok=exist_ok)
        except FileExistsError:
            pass  # somebody else made it meanwhile
        if tail == (b'.' if isinstance(tail, bytes) else '.'):
            return  # xxx/newdir/. exists if xxx/newdir exists
    try:
        mkdir(name, mode)
    except OSError:
        if not exist_ok or not path.isdir(name):
            raise


def removedirs(name):
    """removedirs(name)

    Super-rmdir; remove a leaf directory and all empty intermediate
    ones.  Errors during this latter phase are ignored -- they generally
    mean that a directory was not empty.
    """
    rmdir(name)
    head, tail = path.split(name)
    if not tail:
        head, tail = path.split(head)
    while head and tail:
        try:
            rmdir(head)
        except OSError:
            break
        head, tail = path.split(head)


def renames(old, new):
    """renames(old, new)

    Super-rename; create directories as necessary and delete any left
    empty.  Works like rename, except creation of any intermediate
    directories needed to make the new pathname good is attempted
    first.  After the rename, directories corresponding to rightmost
    path segments of the old name will be pruned until either the
    whole path is consumed or a nonempty directory is found.
    """
    head, tail = path.split(new)
    if head and tail and not path.exists(head):
        makedirs(head)
    rename(old, new)
    head, tail = path.split(old)
    if head and tail:
        try:
            removedirs(head)
        except OSError:
            pass


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Directory tree generator.

    For each directory in the directory tree rooted at top (including top
    itself, but excluding '.' and '..'), yields a 3-tuple

        dirpath, dirnames, filenames

    With topdown, a caller may change dirnames in place: only what is left in
    it is walked. Otherwise a folder comes after those within it. Errors of
    scandir are passed to onerror, or ignored.
    """
    stack = [fspath(top)]
    while stack:
        top = stack.pop()
        if isinstance(top, tuple):
            yield top
            continue
        dirs, files, inner = [], [], []
        try:
            entries = list(scandir(top))
        except OSError as error:
            if onerror is not None:
                onerror(error)
            continue
        for entry in entries:
            try:
                is_dir = entry.is_dir()
            except OSError:
                is_dir = False
            (dirs if is_dir else files).append(entry.name)
            if is_dir and not topdown and (followlinks or not entry.is_symlink()):
                inner.append(entry.path)
        if topdown:
            yield top, dirs, files
            for name in reversed(dirs):
                below = _join(top, name)
                if followlinks or not path.islink(below):
                    stack.append(below)
        else:
            stack.append((top, dirs, files))
            stack.extend(reversed(inner))
