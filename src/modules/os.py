"""The system that programs run on, as far as it is here.

What a script about files needs is here: os.path, listing, making, renaming
and removing files and folders, the environment.  There are no processes,
no signals and no file descriptors.
"""

import abc
import posixpath as path
import stat as _stat_module
import sys
from _collections_abc import Mapping, MutableMapping, _check_methods
from _operator import itemgetter as _field
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
    """The abstract base class of objects that stand for a path."""

    __slots__ = ()

    __class_getitem__ = classmethod(type(list[int]))

    @classmethod
    def __subclasshook__(cls, subclass):
        return _check_methods(subclass, '__fspath__') if cls is PathLike else NotImplemented

    @abc.abstractmethod
    def __fspath__(self):
        """The path as a str or bytes."""
        raise NotImplementedError


# How paths are bytes: what isn't UTF-8 in them is kept as lone surrogates.
_CODING = 'utf-8', 'surrogateescape'


def fsencode(filename):
    """A path - a str, bytes, or an os.PathLike - as the bytes that the system has for it."""
    as_given = fspath(filename)
    return as_given if isinstance(as_given, bytes) else as_given.encode(*_CODING)


def fsdecode(filename):
    """A path - a str, bytes, or an os.PathLike - as a str, from which fsencode() makes the same bytes."""
    as_given = fspath(filename)
    return as_given if isinstance(as_given, str) else as_given.decode(*_CODING)


def getcwdb():
    """The current folder as bytes."""
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
    """The value of an environment variable, or the default if there is no such variable."""
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
    """The folders that a program named without one is looked for in, according to an environment's PATH."""
    variables = environ if env is None else env
    return variables.get('PATH', defpath).split(pathsep)


def process_cpu_count():
    """How many processors this process may use."""
    return cpu_count()


# What is known about a file.


class stat_result(tuple):
    """What stat() and lstat() tell of a file: a tuple of ten numbers, with these and some more as attributes."""

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

    st_mode = property(_field(0))
    st_ino = property(_field(1))
    st_dev = property(_field(2))
    st_nlink = property(_field(3))
    st_uid = property(_field(4))
    st_gid = property(_field(5))
    st_size = property(_field(6))

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
    """What the system knows about the file of a path."""
    return _stat_result(_stat(path, follow_symlinks))


def lstat(path, *, dir_fd=None):
    """The same, but of a symbolic link and not of what it leads to."""
    return _stat_result(_stat(path, False))


def utime(path, times=None, *, ns=None, dir_fd=None, follow_symlinks=True):
    """Set when a file was last read and written: now, or to pairs of seconds or nanoseconds."""
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
    """The width and height of a terminal in characters."""

    columns = property(_field(0), doc='How many characters fit in a line.')
    lines = property(_field(1), doc='How many lines there are.')

    def __repr__(self):
        return f'os.terminal_size(columns={self[0]!r}, lines={self[1]!r})'


def get_terminal_size(fd=1, /):
    """The size of the terminal of a file descriptor: here never known."""
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
        """The number of the file on its device."""
        return self._inode

    def is_symlink(self):
        """Whether it is a symbolic link."""
        return self._kind == 'l'

    def _is(self, kind, test, follow_symlinks):
        if not follow_symlinks or self._kind != 'l':
            return self._kind == kind
        try:
            return test(self.stat().st_mode)
        except FileNotFoundError:
            return False

    def is_dir(self, *, follow_symlinks=True):
        """Whether it is a folder, or a link to one that is followed."""
        return self._is('d', _stat_module.S_ISDIR, follow_symlinks)

    def is_file(self, *, follow_symlinks=True):
        """Whether it is a regular file, or a link to one that is followed."""
        return self._is('f', _stat_module.S_ISREG, follow_symlinks)

    def is_junction(self):
        """Whether it is a junction, which only Windows has."""
        return False

    def stat(self, *, follow_symlinks=True):
        """What stat() or lstat() told when it was asked first."""
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
    """An iterator over what is in a folder, the current one by default, as DirEntry objects.

    Their names and paths are bytes if the path is.
    """
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


def _split_last(name):
    """The folder that a path's last part lies in, and that part; a separator at the end doesn't count."""
    folder, last = path.split(name)
    return (folder, last) if last else path.split(folder)


def _folders_around(name):
    """The folders that a path names on the way to its last part, the innermost first; without the root."""
    folder, last = _split_last(name)
    while folder and last:
        yield folder
        folder, last = path.split(folder)


def _is_dot(name):
    """Whether a path ends in a dot, and so is there as soon as the folder before the dot is."""
    return _split_last(name)[1] in ('.', b'.')


def makedirs(name, mode=0o777, exist_ok=False):
    """Make a folder, of this mode, and those around it that are missing.

    That the folder is there already is an error unless exist_ok.
    """
    missing = []
    for folder in _folders_around(name):
        if path.exists(folder):
            break
        missing.append(folder)
    for folder in reversed(missing):
        if folder is missing[-1] or not _is_dot(folder):
            try:
                mkdir(folder)
            except FileExistsError:
                pass  # Somebody else made it meanwhile.
            except OSError:
                if not exist_ok or not path.isdir(folder):
                    raise
    if not missing or not _is_dot(name):
        try:
            mkdir(name, mode)
        except OSError:
            if not (exist_ok and path.isdir(name)):
                raise


def removedirs(name):
    """Remove an empty folder, and those around it as long as they are empty then."""
    rmdir(name)
    try:
        for folder in _folders_around(name):
            rmdir(folder)
    except OSError:
        pass  # The first that isn't empty.


def renames(old, new):
    """Rename a file or folder. Folders the new name needs are made, and those the old one leaves empty removed."""
    folder, last = path.split(new)
    if folder and last and not path.exists(folder):
        makedirs(folder)
    rename(old, new)
    left, last = path.split(old)
    if left and last:
        try:
            removedirs(left)
        except OSError:
            pass  # It stays where it can't be removed.


def walk(top, topdown=True, onerror=None, followlinks=False):
    """Yield for a folder, and each within it at any depth: its path, the names of its folders, those of its files.

    With topdown, a caller may change the list of folders' names in place: only what is left in it is walked.
    Otherwise a folder comes after those within it. Errors of scandir are passed to onerror, or ignored. Links to
    folders are only walked with followlinks.
    """
    walk_in_order = _walk_down if topdown else _walk_up
    yield from walk_in_order(fspath(top), onerror, followlinks)


def _content(folder, onerror):
    """The entries in a folder, folders and others; None if it can't be read."""
    dirs, files = [], []
    try:
        for entry in scandir(folder):
            (dirs if _is_folder(entry) else files).append(entry)
    except OSError as error:
        if onerror is not None:
            onerror(error)
        return None
    return dirs, files


def _is_folder(entry):
    try:
        return entry.is_dir()
    except OSError:
        return False


def _names(entries):
    return [entry.name for entry in entries]


def _walk_down(top, onerror, followlinks):
    ahead = [top]
    while ahead:
        folder = ahead.pop()
        content = _content(folder, onerror)
        if content is not None:
            dirs, files = map(_names, content)
            yield folder, dirs, files
            # Only now: the caller may have changed the names.
            below = [_join(folder, name) for name in reversed(dirs)]
            ahead += [inner for inner in below if followlinks or not path.islink(inner)]


def _walk_up(top, onerror, followlinks):
    # What is to be yielded of each folder on the way, and the folders in it that were not walked yet.
    open_folders = [(None, iter([top]))]
    while open_folders:
        row, inner = open_folders[-1]
        folder = next(inner, None)
        if folder is None:
            open_folders.pop()
            if row is not None:
                yield row
            continue
        content = _content(folder, onerror)
        if content is not None:
            dirs, files = content
            walked = [entry.path for entry in dirs if followlinks or not entry.is_symlink()]
            open_folders.append(((folder, _names(dirs), _names(files)), iter(walked)))
