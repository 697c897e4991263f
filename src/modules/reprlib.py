"""Reprs of bounded size, and reprs of objects that may hold themselves."""

__all__ = ['Repr', 'repr', 'recursive_repr']

import builtins


def recursive_repr(fillvalue='...'):
    """Decorator of a __repr__: while it shows an object, that same object is shown as fillvalue."""
    def decorate(method):
        under_way = set()

        def shown(self):
            key = id(self)
            if key in under_way:
                return fillvalue
            under_way.add(key)
            try:
                return method(self)
            finally:
                under_way.discard(key)

        for name in ('__module__', '__doc__', '__name__', '__qualname__'):
            setattr(shown, name, getattr(method, name))
        for name, default in (('__annotations__', {}), ('__type_params__', ())):
            setattr(shown, name, getattr(method, name, default))
        shown.__wrapped__ = method
        return shown

    return decorate


class Repr:
    """Makes reprs that are shortened where the object is large or nested deeply.

    A subclass shows objects of a class named C by its method repr_C(x, level).
    """

    # Where the classes that are known here come from: others of their names are not meant.
    _lookup = {
        **dict.fromkeys(('tuple', 'list', 'set', 'frozenset', 'dict', 'str', 'int'), 'builtins'),
        'array': 'array',
        'deque': 'collections',
    }

    def __init__(
        self, *, maxlevel=6, maxtuple=6, maxlist=6, maxarray=5, maxdict=4, maxset=6, maxfrozenset=6, maxdeque=6,
        maxstring=30, maxlong=40, maxother=30, fillvalue='...', indent=None,
    ):
        # How many levels, items, and characters to show.
        self.maxlevel = maxlevel
        self.maxtuple, self.maxlist, self.maxarray, self.maxdict = maxtuple, maxlist, maxarray, maxdict
        self.maxset, self.maxfrozenset, self.maxdeque = maxset, maxfrozenset, maxdeque
        self.maxstring, self.maxlong, self.maxother = maxstring, maxlong, maxother
        # What stands for the rest, and what to indent nested items by: blanks or a text, None for a single line.
        self.fillvalue, self.indent = fillvalue, indent

    def repr(self, x):
        """The repr of an object."""
        return self.repr1(x, self.maxlevel)

    def repr1(self, x, level):
        """The repr of an object, of which so many levels are to be shown."""
        cls = type(x)
        name = cls.__name__
        if ' ' in name:
            name = '_'.join(name.split())
        method = getattr(self, f'repr_{name}', None)
        is_meant = method and self._lookup.get(name, cls.__module__) == cls.__module__
        return (method if is_meant else self.repr_instance)(x, level)

    # Containers

    def repr_tuple(self, x, level):
        needs_comma = len(x) == 1 and level > 0 and self.indent is None
        return f'({self._items(x, level, self.maxtuple)}{"," if needs_comma else ""})'

    def repr_list(self, x, level):
        return f'[{self._items(x, level, self.maxlist)}]'

    def repr_array(self, x, level):
        items = f', [{self._items(x, level, self.maxarray)}]' if x else ''
        return f"array('{x.typecode}'{items})"

    def repr_deque(self, x, level):
        return f'deque([{self._items(x, level, self.maxdeque)}])'

    def repr_set(self, x, level):
        return f'{{{self._items(_in_order(x), level, self.maxset)}}}' if x else 'set()'

    def repr_frozenset(self, x, level):
        items = f'{{{self._items(_in_order(x), level, self.maxfrozenset)}}}' if x else ''
        return f'frozenset({items})'

    def repr_dict(self, x, level):
        if level <= 0 and x:
            return f'{{{self.fillvalue}}}'
        pieces = [
            f'{self.repr1(key, level - 1)}: {self.repr1(x[key], level - 1)}' for key in _in_order(x)[:self.maxdict]
        ]
        return f'{{{self._laid_out(pieces, len(x) > self.maxdict, level)}}}'

    def _items(self, x, level, limit):
        """The items of a container, at most so many, without what encloses them."""
        size = len(x)
        if size and level <= 0:
            return self.fillvalue
        from itertools import islice

        return self._laid_out([self.repr1(item, level - 1) for item in islice(x, limit)], size > limit, level)

    def _laid_out(self, pieces, has_more, level):
        """The pieces, and a sign that there are more, on one line or on one each."""
        if has_more:
            pieces = [*pieces, self.fillvalue]
        indent = self.indent
        if indent is None:
            return ', '.join(pieces)
        if not pieces:
            return ''
        if isinstance(indent, int):
            if indent < 0:
                raise ValueError(f'Repr.indent cannot be negative int (was {indent!r})')
            indent = ' ' * indent
        depth = self.maxlevel - level
        try:
            inner, outer = '\n' + indent * (depth + 1), '\n' + indent * depth
        except TypeError as error:
            raise TypeError(f'Repr.indent must be a str, int or None, not {type(indent)}') from error
        return ''.join(f'{inner}{piece},' for piece in pieces) + outer

    # What is one piece

    def repr_str(self, x, level):
        limit = self.maxstring
        start = builtins.repr(x[:limit])
        if len(start) <= limit:
            return start
        # Cut the text itself first, so that the quotes suit what is left of it.
        front, back = self._ends(x, limit)
        return self.fillvalue.join(self._ends(builtins.repr(front + back), limit))

    def repr_int(self, x, level):
        return self._shortened(builtins.repr(x), self.maxlong)

    def repr_instance(self, x, level):
        try:
            shown = builtins.repr(x)
        except Exception:
            return f'<{x.__class__.__name__} instance at {id(x):#x}>'
        return self._shortened(shown, self.maxother)

    def _shortened(self, text, limit):
        """The text with its middle left out, if it is longer than the limit."""
        return text if len(text) <= limit else self.fillvalue.join(self._ends(text, limit))

    @staticmethod
    def _ends(text, limit):
        """The beginning and the end of a text that go with three dots into the limit."""
        front = max(0, (limit - 3) // 2)
        back = max(0, limit - 3 - front)
        return text[:front], text[len(text) - back:]


def _in_order(x):
    """The items in order; as they come, if they can't be ordered."""
    try:
        return sorted(x)
    except Exception:
        return [*x]


aRepr = Repr()
repr = aRepr.repr
