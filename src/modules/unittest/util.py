"""Various utility functions."""

from os.path import commonprefix

__unittest = True

_MAX_LENGTH = 80
_PLACEHOLDER_LEN = 12
_MIN_BEGIN_LEN = 5
_MIN_END_LEN = 5
_MIN_COMMON_LEN = 5
_MIN_DIFF_LEN = _MAX_LENGTH - (
    _MIN_BEGIN_LEN + _PLACEHOLDER_LEN + _MIN_COMMON_LEN + _PLACEHOLDER_LEN + _MIN_END_LEN
)


def _shorten(text, prefix, suffix):
    """The text with its middle left out, if that makes it shorter."""
    skip = len(text) - prefix - suffix
    if skip <= _PLACEHOLDER_LEN:
        return text
    return f'{text[:prefix]}[{skip} chars]{text[len(text) - suffix:]}'


def _common_shorten_repr(*args):
    """The reprs of values, what they share in front left out where they are long."""
    texts = tuple(map(safe_repr, args))
    longest = max(map(len, texts))
    if longest <= _MAX_LENGTH:
        return texts
    prefix = commonprefix(texts)
    shared = len(prefix)
    room = _MAX_LENGTH - (longest - shared + _MIN_BEGIN_LEN + _PLACEHOLDER_LEN)
    if room > _MIN_COMMON_LEN:
        prefix = _shorten(prefix, _MIN_BEGIN_LEN, room)
        return tuple(prefix + text[shared:] for text in texts)
    prefix = _shorten(prefix, _MIN_BEGIN_LEN, _MIN_COMMON_LEN)
    return tuple(prefix + _shorten(text[shared:], _MIN_DIFF_LEN, _MIN_END_LEN) for text in texts)


def safe_repr(obj, short=False):
    """A repr, whatever the object's own does."""
    try:
        result = repr(obj)
    except Exception:
        result = object.__repr__(obj)
    if short and len(result) >= _MAX_LENGTH:
        return result[:_MAX_LENGTH] + ' [truncated]...'
    return result


def strclass(cls):
    """A class's full name."""
    return f'{cls.__module__}.{cls.__qualname__}'


def count_differences(first, second):
    """(in first, in second, item) for every item that is not in both as often; the items in order."""
    entries = []
    by_item = {}

    def entry_of(item):
        try:
            known = by_item.get(item)
        except TypeError:  # it can't be hashed
            known = next((entry for entry in entries if entry[2] == item), None)
        if known is None:
            known = [0, 0, item]
            entries.append(known)
            try:
                by_item[item] = known
            except TypeError:
                pass
        return known

    for which, items in enumerate((first, second)):
        for item in items:
            entry_of(item)[which] += 1
    return [tuple(entry) for entry in entries if entry[0] != entry[1]]
