"""Constants/functions for interpreting results of os.stat() and os.lstat()."""

(ST_MODE, ST_INO, ST_DEV, ST_NLINK, ST_UID, ST_GID, ST_SIZE, ST_ATIME, ST_MTIME, ST_CTIME) = range(10)

S_IFDIR, S_IFCHR, S_IFBLK, S_IFREG = 0o040000, 0o020000, 0o060000, 0o100000
S_IFIFO, S_IFLNK, S_IFSOCK = 0o010000, 0o120000, 0o140000
S_IFDOOR = S_IFPORT = S_IFWHT = 0

S_ISUID, S_ISGID, S_ISVTX = 0o4000, 0o2000, 0o1000
S_ENFMT = S_ISGID
S_IREAD = S_IRUSR = 0o400
S_IWRITE = S_IWUSR = 0o200
S_IEXEC = S_IXUSR = 0o100
S_IRGRP, S_IWGRP, S_IXGRP = 0o040, 0o020, 0o010
S_IROTH, S_IWOTH, S_IXOTH = 0o004, 0o002, 0o001
S_IRWXU, S_IRWXG, S_IRWXO = 0o700, 0o070, 0o007


def S_IMODE(mode):
    """Return the portion of the file's mode that can be set by os.chmod()."""
    return mode & 0o7777


def S_IFMT(mode):
    """Return the portion of the file's mode that describes the file type."""
    return mode & 0o170000


def _asking(name, kind, what):
    """The function that tells files of one kind."""
    def is_kind(mode):
        return S_IFMT(mode) == kind

    is_kind.__name__ = is_kind.__qualname__ = name
    is_kind.__doc__ = f'Return True if mode is from {what}.'
    return is_kind


S_ISDIR = _asking('S_ISDIR', S_IFDIR, 'a directory')
S_ISCHR = _asking('S_ISCHR', S_IFCHR, 'a character special device file')
S_ISBLK = _asking('S_ISBLK', S_IFBLK, 'a block special device file')
S_ISREG = _asking('S_ISREG', S_IFREG, 'a regular file')
S_ISFIFO = _asking('S_ISFIFO', S_IFIFO, 'a FIFO (named pipe)')
S_ISLNK = _asking('S_ISLNK', S_IFLNK, 'a symbolic link')
S_ISSOCK = _asking('S_ISSOCK', S_IFSOCK, 'a socket')
# Kinds there are on other systems only.
S_ISDOOR = _asking('S_ISDOOR', None, 'a door')
S_ISPORT = _asking('S_ISPORT', None, 'an event port')
S_ISWHT = _asking('S_ISWHT', None, 'a whiteout')

_KINDS = {S_IFLNK: 'l', S_IFSOCK: 's', S_IFREG: '-', S_IFBLK: 'b', S_IFDIR: 'd', S_IFCHR: 'c', S_IFIFO: 'p'}


def filemode(mode):
    """Convert a file's mode to a string of the form '-rwxrwxrwx'."""
    letters = [_KINDS.get(S_IFMT(mode), '?')]
    for shift, special, letter in (6, S_ISUID, 's'), (3, S_ISGID, 's'), (0, S_ISVTX, 't'):
        bits = mode >> shift
        letters.append('r' if bits & 4 else '-')
        letters.append('w' if bits & 2 else '-')
        if mode & special:
            letters.append(letter if bits & 1 else letter.upper())
        else:
            letters.append('x' if bits & 1 else '-')
    return ''.join(letters)
