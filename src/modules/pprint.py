"""Support to pretty-print lists, tuples, & dictionaries recursively.

Very simple, but useful, especially in debugging data structures.

Classes
-------

PrettyPrinter()
    Handle pretty-printing operations onto a stream using a configured
    set of formatting parameters.

Functions
---------

pformat()
    Format a Python object into a pretty-printed representation.

pprint()
    Pretty-print a Python object to a stream [default is sys.stdout].

saferepr()
    Generate a 'standard' repr()-like value, but protect against recursive
    data structures.

"""

import collections as _collections
import re as _re
import sys as _sys
import types as _types

__all__ = ["pprint", "pformat", "isreadable", "isrecursive", "saferepr", "PrettyPrinter", "pp"]


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Pretty-print a Python object to a stream [default is sys.stdout]."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts,
                  underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Format a Python object into a pretty-printed representation."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts,
                         underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print a Python object"""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Version of repr() which can handle recursive data structures."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[0]


def isreadable(object):
    """Determine if saferepr(object) is readable by eval()."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[1]


def isrecursive(object):
    """Determine if object requires a recursive representation."""
    return PrettyPrinter()._safe_repr(object, {}, None, 0)[2]


class _SortKey:
    """Orders what has no order by type and identity."""

    __slots__ = ('object',)

    def __init__(self, object):
        self.object = object

    def __lt__(self, other):
        try:
            return self.object < other.object
        except TypeError:
            return self._fallback() < other._fallback()

    def _fallback(self):
        return str(type(self.object)), id(self.object)


def _item_key(item):
    return _SortKey(item[0]), _SortKey(item[1])


def _recursion(object):
    return f'<Recursion on {type(object).__name__} with id={id(object)}>'


class _Place:
    """Where an object is printed: the column it begins in, the columns to keep free behind it, the level of nesting."""

    __slots__ = ('indent', 'allowance', 'level')

    def __init__(self, indent, allowance, level):
        self.indent, self.allowance, self.level = indent, allowance, level

    def moved(self, columns, allowance):
        """So many columns further, with so many more to keep free."""
        return _Place(self.indent + columns, self.allowance + allowance, self.level)


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        """Handle pretty printing operations onto a stream using a set of
        configured parameters.

        indent
            Number of spaces to indent for each level of nesting.

        width
            Attempted maximum number of columns in the output.

        depth
            The maximum depth to print out nested structures.

        stream
            The desired output stream.  If omitted (or false), the standard
            output stream available at construction will be used.

        compact
            If true, several items will be combined in one line.

        sort_dicts
            If true, dict keys are sorted.

        underscore_numbers
            If true, digit groups are separated with underscores.

        """
        indent, width = int(indent), int(width)
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._depth = depth
        self._indent_per_level = indent
        self._width = width
        self._stream = _sys.stdout if stream is None else stream
        self._compact = bool(compact)
        self._sort_dicts = sort_dicts
        self._underscore_numbers = underscore_numbers

    def pprint(self, object):
        if self._stream is not None:
            self._stream.write(self.pformat(object))
            self._stream.write("\n")

    def pformat(self, object):
        pieces = []
        self._print(object, pieces.append, _Place(0, 0, 0), {})
        return ''.join(pieces)

    def isrecursive(self, object):
        return self.format(object, {}, 0, 0)[2]

    def isreadable(self, object):
        text, readable, recursive = self.format(object, {}, 0, 0)
        return readable and not recursive

    def format(self, object, context, maxlevels, level):
        """Format object for a specific context, returning a string
        and flags indicating whether the representation is 'readable'
        and whether the object represents a recursive construct.
        """
        return self._safe_repr(object, context, maxlevels, level)

    # On one line.

    def _repr(self, object, context, level):
        return self.format(object, context.copy(), self._depth, level)[0]

    def _items(self, mapping):
        items = mapping.items()
        return sorted(items, key=_item_key) if self._sort_dicts else items

    def _safe_repr(self, object, context, maxlevels, level):
        cls = type(object)
        show = cls.__repr__
        if show is int.__repr__ and issubclass(cls, int) and self._underscore_numbers:
            return f'{object:_d}', True, False
        if show is dict.__repr__ and issubclass(cls, dict):
            return self._nested_repr(object, '{', '}', context, maxlevels, level)
        if show is list.__repr__ and issubclass(cls, list):
            return self._nested_repr(object, '[', ']', context, maxlevels, level)
        if show is tuple.__repr__ and issubclass(cls, tuple):
            return self._nested_repr(object, '(', ',)' if len(object) == 1 else ')', context, maxlevels, level)
        text = repr(object)
        return text, bool(text) and (cls in _SCALARS or not text.startswith('<')), False

    def _nested_repr(self, object, begin, end, context, maxlevels, level):
        if not object:
            return begin + end, True, False
        if maxlevels and level >= maxlevels:
            return f'{begin}...{end}', False, id(object) in context
        if id(object) in context:
            return _recursion(object), False, True
        context[id(object)] = 1
        all_readable, any_recursive = True, False

        def shown(part):
            nonlocal all_readable, any_recursive
            text, readable, recursive = self.format(part, context, maxlevels, level + 1)
            all_readable = all_readable and bool(readable)
            any_recursive = any_recursive or bool(recursive)
            return text

        if begin == '{':
            parts = [f'{shown(key)}: {shown(value)}' for key, value in self._items(object)]
        else:
            parts = [shown(item) for item in object]
        del context[id(object)]
        return begin + ', '.join(parts) + end, all_readable, any_recursive

    # On as many lines as it takes. `write` gets the text piece by piece, `context` has the ids of what is being printed.

    def _print(self, object, write, at, context):
        if id(object) in context:
            write(_recursion(object))
            return
        text = self._repr(object, context, at.level)
        printer = None
        if len(text) > self._width - at.indent - at.allowance:
            printer = self._dispatch.get(type(object).__repr__)
            if printer is None and _is_plain_dataclass(object):
                printer = PrettyPrinter._print_dataclass
        if printer is None:
            write(text)
            return
        context[id(object)] = 1
        printer(self, object, write, _Place(at.indent, at.allowance, at.level + 1), context)
        del context[id(object)]

    def _pad(self, write):
        """The rest of a level's indentation, behind an opening bracket."""
        if self._indent_per_level > 1:
            write((self._indent_per_level - 1) * ' ')

    def _print_dict(self, object, write, at, context):
        write('{')
        self._pad(write)
        self._print_pairs(self._items(object), write, at.moved(0, 1), context)
        write('}')

    def _print_pairs(self, items, write, at, context):
        indent = at.indent + self._indent_per_level
        for i, (key, value) in enumerate(items):
            if i:
                write(',\n' + ' ' * indent)
            key = self._repr(key, context, at.level)
            write(key + ': ')
            allowance = at.allowance if i == len(items) - 1 else 1
            self._print(value, write, _Place(indent + len(key) + 2, allowance, at.level), context)

    def _print_fields(self, items, write, at, context):
        """`name=value` below each other."""
        for i, (name, value) in enumerate(items):
            if i:
                write(',\n' + ' ' * at.indent)
            write(name + '=')
            if id(value) in context:
                write('...')
                continue
            allowance = at.allowance if i == len(items) - 1 else 1
            self._print(value, write, _Place(at.indent + len(name) + 1, allowance, at.level), context)

    def _print_list(self, object, write, at, context):
        self._print_bracketed('[', object, ']', write, at, context)

    def _print_tuple(self, object, write, at, context):
        self._print_bracketed('(', object, ',)' if len(object) == 1 else ')', write, at, context)

    def _print_set(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        begin, end = '{', '}'
        if type(object) is not set:
            name = type(object).__name__
            begin, end = name + '({', '})'
            at = at.moved(len(name) + 1, 0)
        self._print_bracketed(begin, sorted(object, key=_SortKey), end, write, at, context)

    def _print_bracketed(self, begin, items, end, write, at, context):
        write(begin)
        self._print_items(items, write, at.moved(0, len(end)), context)
        write(end)

    def _print_items(self, items, write, at, context):
        indent = at.indent + self._indent_per_level
        self._pad(write)
        new_line = ',\n' + ' ' * indent
        full = room = self._width - indent + 1
        separator = ''
        items = list(items)
        for i, item in enumerate(items):
            last = i == len(items) - 1
            if last:
                full -= at.allowance
                room -= at.allowance
            if self._compact:
                text = self._repr(item, context, at.level)
                size = len(text) + 2
                if room < size:
                    room = full
                    separator = separator and new_line
                if room >= size:
                    room -= size
                    write(separator + text)
                    separator = ', '
                    continue
            write(separator)
            separator = new_line
            self._print(item, write, _Place(indent, at.allowance if last else 1, at.level), context)

    def _print_str(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        outermost = at.level == 1
        if outermost:
            at = at.moved(1, 1)
        pieces = _split_text(object, self._width - at.indent, at.allowance)
        self._print_pieces(pieces, write, at, outermost and len(pieces) > 1)

    def _print_bytes(self, object, write, at, context):
        if len(object) <= 4:
            write(repr(object))
            return
        outermost = at.level == 1
        if outermost:
            at = at.moved(1, 1)
        self._print_pieces(_split_bytes(object, self._width - at.indent, at.allowance), write, at, outermost)

    def _print_pieces(self, pieces, write, at, bracketed):
        text = ('\n' + ' ' * at.indent).join(pieces)
        write(f'({text})' if bracketed else text)

    def _print_bytearray(self, object, write, at, context):
        write('bytearray(')
        self._print_bytes(bytes(object), write, _Place(at.indent + 10, at.allowance + 1, at.level + 1), context)
        write(')')

    def _print_proxy(self, object, write, at, context):
        write('mappingproxy(')
        self._print(object.copy(), write, at.moved(13, 1), context)
        write(')')

    def _print_namespace(self, object, write, at, context):
        cls = type(object)
        name = 'namespace' if cls is _types.SimpleNamespace else cls.__name__
        self._print_named_fields(name, list(object.__dict__.items()), write, at, context)

    def _print_dataclass(self, object, write, at, context):
        import dataclasses
        items = [(field.name, getattr(object, field.name)) for field in dataclasses.fields(object) if field.repr]
        self._print_named_fields(type(object).__name__, items, write, at, context)

    def _print_named_fields(self, name, items, write, at, context):
        write(name + '(')
        self._print_fields(items, write, at.moved(len(name) + 1, 0), context)
        write(')')

    # The classes of `collections`.

    def _print_ordered_dict(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        write(name + '(')
        self._print(list(object.items()), write, at.moved(len(name) + 1, 1), context)
        write(')')

    def _print_default_dict(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        at = at.moved(len(name) + 1, 0)
        write(f'{name}({self._repr(object.default_factory, context, at.level)},\n{" " * at.indent}')
        self._print_dict(object, write, at.moved(0, 1), context)
        write(')')

    def _print_counter(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        write(name + '({')
        self._pad(write)
        self._print_pairs(object.most_common(), write, at.moved(len(name) + 1, 2), context)
        write('})')

    def _print_chain_map(self, object, write, at, context):
        if not object.maps:
            write(repr(object))
            return
        name = type(object).__name__
        write(name + '(')
        at = at.moved(len(name) + 1, 1)
        for i, mapping in enumerate(object.maps):
            if i:
                write(',\n' + ' ' * at.indent)
            last = i == len(object.maps) - 1
            self._print(mapping, write, at if last else _Place(at.indent, 1, at.level), context)
        write(')')

    def _print_deque(self, object, write, at, context):
        if not object:
            write(repr(object))
            return
        name = type(object).__name__
        write(name + '([')
        at = at.moved(len(name) + 1, 2)
        if object.maxlen is None:
            self._print_items(object, write, at, context)
            write('])')
        else:
            self._print_items(object, write, _Place(at.indent, 2, at.level), context)
            write(f'],\n{" " * at.indent}maxlen={self._repr(object.maxlen, context, at.level)})')

    def _print_data(self, object, write, at, context):
        self._print(object.data, write, _Place(at.indent, at.allowance, at.level - 1), context)

    # By the function that makes their repr: subclasses that have another are shown by it.
    _dispatch = {
        dict.__repr__: _print_dict,
        list.__repr__: _print_list,
        tuple.__repr__: _print_tuple,
        set.__repr__: _print_set,
        frozenset.__repr__: _print_set,
        str.__repr__: _print_str,
        bytes.__repr__: _print_bytes,
        bytearray.__repr__: _print_bytearray,
        _types.MappingProxyType.__repr__: _print_proxy,
        _types.SimpleNamespace.__repr__: _print_namespace,
        _collections.OrderedDict.__repr__: _print_ordered_dict,
        _collections.defaultdict.__repr__: _print_default_dict,
        _collections.Counter.__repr__: _print_counter,
        _collections.ChainMap.__repr__: _print_chain_map,
        _collections.deque.__repr__: _print_deque,
        _collections.UserDict.__repr__: _print_data,
        _collections.UserList.__repr__: _print_data,
        _collections.UserString.__repr__: _print_data,
    }


_SCALARS = frozenset({str, bytes, bytearray, float, complex, bool, type(None)})


def _is_plain_dataclass(object):
    """An instance of a dataclass whose repr dataclasses wrote."""
    parameters = getattr(object, '__dataclass_params__', None)
    if parameters is None or isinstance(object, type) or not parameters.repr:
        return False
    wrapped = getattr(object.__repr__, '__wrapped__', None)
    return wrapped is not None and '__create_fn__' in wrapped.__qualname__


def _split_text(text, width, allowance):
    """The reprs of the parts of a text, which is broken after line ends, and after blanks where lines are long."""
    pieces = []
    lines = text.splitlines(True)
    for i, line in enumerate(lines):
        last_line = i == len(lines) - 1
        if len(repr(line)) <= width - (allowance if last_line else 0):
            pieces.append(repr(line))
            continue
        words = _re.findall(r'\S*\s*', line)[:-1]
        current = ''
        for j, word in enumerate(words):
            room = width - (allowance if last_line and j == len(words) - 1 else 0)
            if current and len(repr(current + word)) > room:
                pieces.append(repr(current))
                current = word
            else:
                current += word
        if current:
            pieces.append(repr(current))
    return pieces


def _split_bytes(data, width, allowance):
    """The reprs of the parts of bytes, which are broken every so many fours."""
    pieces = []
    current = b''
    last = len(data) // 4 * 4
    for i in range(0, len(data), 4):
        four = data[i:i + 4]
        if i == last:
            width -= allowance
        if current and len(repr(current + four)) > width:
            pieces.append(repr(current))
            current = four
        else:
            current += four
    if current:
        pieces.append(repr(current))
    return pieces
