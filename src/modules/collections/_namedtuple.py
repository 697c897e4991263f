"""namedtuple(): tuple subclasses whose elements are attributes, too."""

import sys
from _collections import _tuplegetter
from keyword import iskeyword

# The function is known under the name of the package.
__name__ = 'collections'


def _is_usable(name, taken):
    """Whether rename=True leaves the field its name."""
    return name.isidentifier() and not iskeyword(name) and name[0] != '_' and name not in taken


def _renamed(names):
    """The names, with those that can't be fields replaced by their position."""
    result = []
    for position, name in enumerate(names):
        # A name stays taken when it was itself replaced.
        result.append(name if _is_usable(name, names[:position]) else f'_{position}')
    return result


def _check_names(typename, fields, may_be_private):
    """Raises ValueError for names a class or its fields can't have."""
    for name in (typename, *fields):
        if not name.isidentifier() or iskeyword(name):
            fault = 'cannot be a keyword' if name.isidentifier() else 'must be valid identifiers'
            raise ValueError(f'Type names and field names {fault}: {name!r}')
    for position, name in enumerate(fields):
        if name[0] == '_' and not may_be_private:
            raise ValueError(f'Field names cannot start with an underscore: {name!r}')
        if name in fields[:position]:
            raise ValueError(f'Encountered duplicate field name: {name!r}')


def _constructor(typename, fields, defaults):
    """The __new__ of a named tuple: its parameters are the fields, so calls fail as any others."""
    parameters = ''.join(f', {name}' for name in fields)
    elements = ''.join(f'{name}, ' for name in fields)
    scope = {'_tuple_new': tuple.__new__, '__builtins__': {}, '__name__': f'namedtuple_{typename}'}
    # No field can have the name _cls or _tuple_new, as none starts with an underscore but _0, _1, ...
    function = eval(f'lambda _cls{parameters}: _tuple_new(_cls, ({elements}))', scope)
    function.__name__ = '__new__'
    function.__doc__ = f'Create new instance of {typename}({", ".join(fields)})'
    function.__defaults__ = defaults
    return function


def _methods(typename, fields):
    """The other methods of a named tuple."""
    size = len(fields)
    layout = ', '.join(f'{name}=%r' for name in fields)

    def _make(cls, iterable):
        made = tuple.__new__(cls, iterable)
        if len(made) == size:
            return made
        raise TypeError(f'Expected {size} arguments, got {len(made)}')

    def _replace(self, /, **kwds):
        made = self._make([kwds.pop(name, value) for name, value in zip(fields, self)])
        if not kwds:
            return made
        raise TypeError(f'Got unexpected field names: {list(kwds)!r}')

    def __repr__(self):
        """The class, and the fields with their names."""
        return f'{self.__class__.__name__}({layout % self})'

    def _asdict(self):
        """Return a new dict which maps field names to their values."""
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        """Return self as a plain tuple.  Used by copy and pickle."""
        return tuple(self)

    _make.__doc__ = f'Make a new {typename} object from a sequence or iterable'
    _replace.__doc__ = f'Return a new {typename} object replacing specified fields with new values'
    return _make, _replace, __repr__, _asdict, __getnewargs__


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Returns a new subclass of tuple with named fields.

    >>> Point = namedtuple('Point', 'x y', defaults=[0])
    >>> p = Point(11)
    >>> p
    Point(x=11, y=0)
    >>> p.x + p[1]
    11
    >>> p._replace(y=22)._asdict()
    {'x': 11, 'y': 22}

    """
    if isinstance(field_names, str):
        field_names = field_names.replace(',', ' ').split()
    fields = [sys.intern(str(name)) for name in field_names]
    typename = sys.intern(str(typename))
    if rename:
        fields = _renamed(fields)
    _check_names(typename, fields, may_be_private=rename)
    fields = tuple(fields)
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(fields):
            raise TypeError('Got more default values than field names')

    members = {
        '__doc__': f'{typename}({", ".join(fields)})',
        '__slots__': (),
        '_fields': fields,
        # The last fields have them.
        '_field_defaults': dict(zip(fields[len(fields) - len(defaults):], defaults)) if defaults else {},
        '__match_args__': fields,
    }
    for method in (_constructor(typename, fields, defaults), *_methods(typename, fields)):
        method.__qualname__ = f'{typename}.{method.__name__}'
        members[method.__name__] = method
    members['_make'] = classmethod(members['_make'])
    members['__replace__'] = members['_replace']
    for position, name in enumerate(fields):
        members[name] = _tuplegetter(position, sys.intern(f'Alias for field number {position}'))
    made = type(typename, (tuple,), members)

    # Pickle looks the class up in the module where it was made: the caller's.
    if module is None:
        module = sys._getframemodulename(1) or '__main__'
    made.__module__ = module
    return made
