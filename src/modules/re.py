"""Regular expressions: patterns that texts, or bytes, are searched for."""

import _sre
import copyreg
from _sre import Match, Pattern


__all__ = [
    "match", "fullmatch", "search", "sub", "subn", "split",
    "findall", "finditer", "compile", "purge", "escape",
    "error", "Pattern", "Match", "A", "I", "L", "M", "S", "X", "U",
    "ASCII", "IGNORECASE", "LOCALE", "MULTILINE", "DOTALL", "VERBOSE",
    "UNICODE", "NOFLAG", "RegexFlag", "PatternError"
]

__version__ = "2.2.1"


_FLAG_NAMES = frozenset((
    'RegexFlag', 'NOFLAG', 'ASCII', 'A', 'IGNORECASE', 'I', 'LOCALE', 'L', 'UNICODE', 'U', 'MULTILINE', 'M', 'DOTALL',
    'S', 'VERBOSE', 'X', 'DEBUG',
))


def __getattr__(name):
    # The flags, and `enum` with them, come when one is asked for: most programs never do.
    if name in _FLAG_NAMES:
        _make_flags()
        return globals()[name]
    import sys
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}', name=name, obj=sys.modules[__name__])


def __dir__():
    return sorted(_FLAG_NAMES.union(globals()))


def _make_flags():
    import enum

    class RegexFlag(enum.IntFlag, boundary=enum.KEEP):
        NOFLAG = 0
        ASCII = A = 256
        IGNORECASE = I = 2
        LOCALE = L = 4
        UNICODE = U = 32
        MULTILINE = M = 8
        DOTALL = S = 16
        VERBOSE = X = 64
        DEBUG = 128
        __str__ = object.__str__
        _numeric_repr_ = hex
        __qualname__ = 'RegexFlag'

    globals()['RegexFlag'] = enum.global_enum(RegexFlag)


class PatternError(Exception):
    """A pattern is wrong. msg says why; pos, lineno and colno say where in the pattern, if that is known."""

    def __init__(self, msg, pattern=None, pos=None):
        self.pattern, self.pos, self.msg = pattern, pos, msg
        self.lineno = self.colno = None
        if pattern is not None and pos is not None:
            msg = f'{msg} at position {pos}'
            newline = '\n' if isinstance(pattern, str) else b'\n'
            self.lineno = pattern.count(newline, 0, pos) + 1
            self.colno = pos - pattern.rfind(newline, 0, pos)
            if newline in pattern:
                msg = f'{msg} (line {self.lineno}, column {self.colno})'
        super().__init__(msg)


error = PatternError


# An argument that wasn't given: a zero that can be told from any other.
class _ZeroSentinel(int):
    pass

_zero_sentinel = _ZeroSentinel()


def _by_position(function, name, count, flags, args):
    """Count and flags of `sub` and its like, which may still be given by position."""
    if count is not _zero_sentinel:
        raise TypeError(f"{function}() got multiple values for argument '{name}'")
    count, *rest = args
    if rest:
        if flags is not _zero_sentinel:
            raise TypeError(f"{function}() got multiple values for argument 'flags'")
        flags, *rest = rest
        if rest:
            required = 2 if name == 'maxsplit' else 3
            raise TypeError(f"{function}() takes from {required} to {required + 2} positional arguments "
                            f"but {required + 2 + len(rest)} were given")
    import warnings
    warnings.warn(f"'{name}' is passed as positional argument", DeprecationWarning, stacklevel=3)
    return count, flags


def compile(pattern, flags=0):
    """The Pattern for an expression."""
    return _compile(pattern, flags)


def search(pattern, string, flags=0):
    """The first match of a pattern anywhere in a string, or None."""
    return _compile(pattern, flags).search(string)


def match(pattern, string, flags=0):
    """The match of a pattern at the start of a string, or None."""
    return _compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    """The match of a pattern with all of a string, or None."""
    return _compile(pattern, flags).fullmatch(string)


def sub(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """A string with each match of a pattern replaced: by a text in which groups are named by backslashes, or by what a
    function returns for the match.
    """
    if args:
        count, flags = _by_position('sub', 'count', count, flags, args)
    return _compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, *args, count=_zero_sentinel, flags=_zero_sentinel):
    """What sub() returns, and the number of matches that were replaced."""
    if args:
        count, flags = _by_position('subn', 'count', count, flags, args)
    return _compile(pattern, flags).subn(repl, string, count)


def split(pattern, string, *args, maxsplit=_zero_sentinel, flags=_zero_sentinel):
    """The pieces of a string between the matches of a pattern; the groups of each match stand between them, too.

    Behind maxsplit matches, if that is not 0, all is one piece.
    """
    if args:
        maxsplit, flags = _by_position('split', 'maxsplit', maxsplit, flags, args)
    return _compile(pattern, flags).split(string, maxsplit)


sub.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
subn.__text_signature__ = '(pattern, repl, string, count=0, flags=0)'
split.__text_signature__ = '(pattern, string, maxsplit=0, flags=0)'


def findall(pattern, string, flags=0):
    """The texts of all matches, the empty ones too; of patterns with groups, their group or a tuple of them."""
    return _compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    """An iterator over all matches, the empty ones too."""
    return _compile(pattern, flags).finditer(string)


def purge():
    """Forget the patterns that were compiled lately."""
    _cache.clear()


_special_characters = {ord(c): '\\' + c for c in '()[]{}?*+-|^$\\.&~# \t\n\r\v\f'}


def escape(pattern):
    """A pattern that matches just this text."""
    if isinstance(pattern, str):
        return pattern.translate(_special_characters)
    pattern = str(pattern, 'latin1')
    return pattern.translate(_special_characters).encode('latin1')


# Patterns compiled lately, the oldest first.
_cache = {}
_MAXCACHE = 512


def _compile(pattern, flags):
    key = type(pattern), pattern, flags
    found = _cache.get(key)
    if found is not None:
        return found
    if isinstance(pattern, (str, bytes)):
        compiled = _sre.compile(pattern, flags)
        if len(_cache) >= _MAXCACHE:
            del _cache[next(iter(_cache))]
        _cache[key] = compiled
        return compiled
    if not isinstance(pattern, Pattern):
        raise TypeError("first argument must be string or compiled pattern")
    if flags:
        raise ValueError("cannot process flags argument with a compiled pattern")
    return pattern


def _pickle(pattern):
    return _compile, (pattern.pattern, pattern.flags)

copyreg.pickle(Pattern, _pickle, _compile)


class Scanner:
    def __init__(self, lexicon, flags=0):
        self.lexicon = lexicon
        self.scanner = _sre.compile_lexicon([phrase for phrase, action in lexicon], flags)

    def scan(self, string):
        found = []
        step = self.scanner.scanner(string).match
        end = 0
        while (m := step()) and m.end() != end:
            end = m.end()
            token = self._token(m)
            if token is not None:
                found.append(token)
        return found, string[end:]

    def _token(self, m):
        """What the action of the phrase that matched makes of it; an action that isn't called is the token itself."""
        _, action = self.lexicon[m.lastindex - 1]
        if not callable(action):
            return action
        self.match = m
        return action(self, m.group())
