"""From objects to JSON."""

import _json
from _json import encode_basestring, encode_basestring_ascii

INFINITY = float('inf')


class JSONEncoder:
    """Makes JSON of dicts, lists and tuples, strings, ints and floats, True, False, None.

    A subclass makes it of other objects, too, by overriding default().
    """

    item_separator = ', '
    key_separator = ': '

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        """The options of ``json.dumps``."""
        self.skipkeys, self.ensure_ascii, self.check_circular = skipkeys, ensure_ascii, check_circular
        self.allow_nan, self.sort_keys, self.indent = allow_nan, sort_keys, indent
        match separators, indent:
            case None, None:
                pass
            case None, _:
                # No blanks at the ends of lines.
                self.item_separator = ','
            case _:
                self.item_separator, self.key_separator = separators
        if default is not None:
            self.default = default

    def default(self, o):
        """Something serializable for an object that isn't; a subclass calls this for those it doesn't know, either."""
        raise TypeError(f'Object of type {o.__class__.__name__} is not JSON serializable')

    def encode(self, o):
        """An object as a text of JSON.

        >>> JSONEncoder().encode({"sizes": [1, 2.5]})
        '{"sizes": [1, 2.5]}'
        """
        # Not by way of `iterencode`: that may be a subclass's, which splits strings.
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        return ''.join(self.iterencode(o, _one_shot=True))

    def iterencode(self, o, _one_shot=False):
        """The pieces of an object's JSON, one after the other."""
        if _one_shot:
            return (_json.encode(self, o),)
        return self._pieces(o)

    def _pieces(self, o):
        pieces = []
        failure = None
        try:
            _json.encode(self, o, pieces)
        except Exception as e:
            failure = e
        # What came before a failure is there all the same.
        yield from pieces
        if failure is not None:
            raise failure
