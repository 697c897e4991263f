"""JSON (https://json.org): objects as text that other programs can read, and back."""

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']
__version__ = '2.0.9'

from .decoder import JSONDecoder, JSONDecodeError
from .encoder import JSONEncoder

_default_encoder, _default_decoder = JSONEncoder(), JSONDecoder()


def _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, kw):
    """The encoder for the arguments of `dumps`: one that is there, if they are the usual ones."""
    usual = not skipkeys and ensure_ascii and check_circular and allow_nan and not sort_keys
    if usual and cls is indent is separators is default is None and not kw:
        return _default_encoder
    return (cls or JSONEncoder)(
        skipkeys=skipkeys, ensure_ascii=ensure_ascii, check_circular=check_circular, allow_nan=allow_nan,
        indent=indent, separators=separators, default=default, sort_keys=sort_keys, **kw)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    """Write an object as JSON to a file, or what has its write(). The arguments are those of dumps()."""
    encoder = _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, kw)
    for piece in encoder.iterencode(obj):
        fp.write(piece)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    """An object as a text of JSON.

    With skipkeys, keys that are not of a basic type are left out instead of being a TypeError. Without ensure_ascii,
    other characters than ASCII stand for themselves; without check_circular a container that holds itself is a
    RecursionError; without allow_nan NaN and infinities are a ValueError. indent is the number of blanks, or the text,
    of a level; separators are those of items and of a key and its value. default(obj) makes something serializable of
    other objects. With sort_keys, keys are sorted. cls is the subclass of JSONEncoder to use.
    """
    encoder = _encoder(cls, skipkeys, ensure_ascii, check_circular, allow_nan, indent, separators, default, sort_keys, kw)
    return encoder.encode(obj)


# Byte order marks, in the order to look for them: one of UTF-16 begins one of UTF-32.
_MARKS = {
    b'\xff\xfe\x00\x00': 'utf-32', b'\x00\x00\xfe\xff': 'utf-32',
    b'\xff\xfe': 'utf-16', b'\xfe\xff': 'utf-16',
    b'\xef\xbb\xbf': 'utf-8-sig',
}


def detect_encoding(b):
    """The UTF that bytes of JSON are in: told by their mark, or by the zeros among the first four bytes."""
    for mark, encoding in _MARKS.items():
        if b.startswith(mark):
            return encoding
    # A document begins with a character of ASCII, and if it is longer its second is no NUL either.
    size = len(b)
    match [byte == 0 for byte in b[:4]]:
        case [True, True, _, _]:
            return 'utf-32-be'
        case [False, True, True, True]:
            return 'utf-32-le'
        case [True, *_] if size == 2 or size >= 4:
            return 'utf-16-be'
        case [False, True, *_] if size == 2 or size >= 4:
            return 'utf-16-le'
    return 'utf-8'


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    """The object that a file of JSON, or what has its read(), holds. The arguments are those of loads()."""
    return loads(fp.read(), cls=cls, object_hook=object_hook, parse_float=parse_float, parse_int=parse_int,
                 parse_constant=parse_constant, object_pairs_hook=object_pairs_hook, **kw)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    """The object that a text of JSON, or bytes of one, stands for.

    object_hook is called with each object as a dict, and object_pairs_hook, which has precedence, with a list of its
    pairs; what it returns takes the object's place. parse_float, parse_int and parse_constant are called with the
    text of a number, or of 'NaN' and the infinities. cls is the subclass of JSONDecoder to use.
    """
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    elif isinstance(s, (bytes, bytearray)):
        s = s.decode(detect_encoding(s), 'surrogatepass')
    else:
        raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
    hooks = {
        'object_hook': object_hook, 'object_pairs_hook': object_pairs_hook, 'parse_float': parse_float,
        'parse_int': parse_int, 'parse_constant': parse_constant,
    }
    given = {name: hook for name, hook in hooks.items() if hook is not None} | kw
    if cls is None and not given:
        return _default_decoder.decode(s)
    return (cls or JSONDecoder)(**given).decode(s)
