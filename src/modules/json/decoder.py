"""From JSON to objects."""

import re
from json import scanner
from _json import scanstring

__all__ = ['JSONDecoder', 'JSONDecodeError']

NaN, PosInf, NegInf = map(float, ('nan', 'inf', '-inf'))


class JSONDecodeError(ValueError):
    """A text isn't JSON. msg says why not, of the document doc at the index pos: in line lineno, column colno."""

    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count('\n', 0, pos) + 1
        self.colno = pos - doc.rfind('\n', 0, pos)
        super().__init__(f'{msg}: line {self.lineno} column {self.colno} (char {pos})')

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_CONSTANTS = {'-Infinity': NegInf, 'Infinity': PosInf, 'NaN': NaN}
_blanks = re.compile(r'[ \t\n\r]*')


class JSONDecoder:
    """Makes objects of JSON: dicts, lists, strings, ints and floats, True, False, None.

    NaN, Infinity and -Infinity are understood as well, although JSON doesn't have them.
    """

    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        """``object_hook`` is called with each object as a dict, ``object_pairs_hook`` with a list of its pairs; what
        it returns takes the object's place. ``parse_float``, ``parse_int`` and ``parse_constant`` are called with the
        text of a number, or of 'NaN' and the infinities. Unless ``strict``, strings may hold control characters.
        """
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self.parse_string = scanstring
        self.memo = {}
        self.scan_once = scanner.make_scanner(self)

    def decode(self, s):
        """The object that the whole text stands for."""
        value, end = self.raw_decode(s, idx=_blanks.match(s, 0).end())
        end = _blanks.match(s, end).end()
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        """The object that the text from an index on begins with, and the index where that ends."""
        try:
            return self.scan_once(s, idx)
        except StopIteration as stop:
            raise JSONDecodeError("Expecting value", s, stop.value) from None
