"""Parameters of signatures, and annotations as text."""

import enum
import types
from keyword import iskeyword
from operator import attrgetter

__name__ = 'inspect'


class _empty:
    """Stands for an annotation or a default that isn't there."""


_DESCRIPTIONS = ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')


class _ParameterKind(enum.IntEnum):
    """How a parameter takes arguments; in the order in which a signature may have them."""

    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = range(5)

    @property
    def description(self):
        return _DESCRIPTIONS[self]

    def __str__(self):
        return self.name


_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    """An annotation as it is shown in a signature."""
    if isinstance(annotation, str) and not quote_annotation_strings:
        return annotation
    module = getattr(annotation, '__module__', None)
    if module == 'typing':
        return repr(annotation).replace('typing.', '')
    if not isinstance(annotation, type) or isinstance(annotation, types.GenericAlias):
        return repr(annotation)
    prefix = '' if module in ('builtins', base_module) else f'{module}.'
    return prefix + annotation.__qualname__


def formatannotationrelativeto(object):
    """A function that formats annotations as in the module of the object."""
    home = getattr(object, '__module__', None)
    return lambda annotation: formatannotation(annotation, home)


def _parameter_kind(number):
    try:
        return _ParameterKind(number)
    except ValueError:
        raise ValueError(f'value {number!r} is not a valid Parameter.kind')


def _name_and_kind(name, kind):
    """A parameter's name and kind as they are kept. Raises for names that can't be."""
    if not isinstance(name, str):
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        raise TypeError(f'name must be a str, not a {type(name).__name__}')
    if name.startswith('.') and name[1:].isdigit():
        # The iterable of a generator expression.
        if kind is not _POSITIONAL_OR_KEYWORD:
            raise ValueError('implicit arguments must be passed as positional or keyword arguments, not '
                             + kind.description)
        return 'implicit' + name[1:], _POSITIONAL_ONLY
    if not name.isidentifier() or (kind is not _POSITIONAL_ONLY and iskeyword(name)):
        raise ValueError(f'{name!r} is not a valid parameter name')
    return name, kind


class Parameter:
    """One parameter of a signature."""

    __slots__ = '_name', '_kind', '_default', '_annotation'

    empty = _empty
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind

    name = property(attrgetter('_name'))
    kind = property(attrgetter('_kind'))
    default = property(attrgetter('_default'))
    annotation = property(attrgetter('_annotation'))

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        kind = _parameter_kind(kind)
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{kind.description} parameters cannot have default values')
        self._name, self._kind = _name_and_kind(name, kind)
        self.__setstate__({'_default': default, '_annotation': annotation})

    def __setstate__(self, state):
        for name in '_default', '_annotation':
            setattr(self, name, state[name])

    def __reduce__(self):
        state = {name: getattr(self, name) for name in ('_default', '_annotation')}
        return type(self), (self._name, self._kind), state

    def replace(self, *, name=enum, kind=enum, annotation=enum, default=enum):
        """A copy with changes."""
        # The module stands for "not given", which no argument is.
        return type(self)(self._name if name is enum else name, self._kind if kind is enum else kind,
                          default=self._default if default is enum else default,
                          annotation=self._annotation if annotation is enum else annotation)

    __replace__ = replace

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return self is other or all(getattr(self, name) == getattr(other, name) for name in Parameter.__slots__)

    def __hash__(self):
        return hash(tuple(getattr(self, name) for name in Parameter.__slots__))

    def __repr__(self):
        return f'<{type(self).__name__} "{self}">'

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        """The parameter as it is written in a signature."""
        stars = '**' if self._kind is _VAR_KEYWORD else '*' * (self._kind is _VAR_POSITIONAL)
        text = stars + self._name
        equals = '='
        if self._annotation is not _empty:
            shown = formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
            text += f': {shown}'
            equals = ' = '
        return text if self._default is _empty else f'{text}{equals}{self._default!r}'
