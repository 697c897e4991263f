"""Fields: what is known of an attribute, and the markers that say it."""

__name__ = 'dataclasses'

from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType

# The attributes of a data class that hold its fields and what @dataclass was given.
FIELDS = '__dataclass_fields__'
PARAMS = '__dataclass_params__'


class _MISSING_TYPE:
    """Stands where nothing was given: None may have been."""


class _KW_ONLY_TYPE:
    """The annotation behind which all fields are keyword-only."""


class _HAS_DEFAULT_FACTORY_CLASS:
    """The default a signature shows for a field whose value a factory makes."""

    def __repr__(self):
        return '<factory>'


class _FIELD_BASE:
    """What a field is to its class."""

    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


MISSING = _MISSING_TYPE()
KW_ONLY = _KW_ONLY_TYPE()
FROM_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()
# An attribute of instances, one of the class, or a parameter of __init__ only.
ATTRIBUTE, CLASS_VARIABLE, INIT_ONLY = map(_FIELD_BASE, ('_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'))


class InitVar:
    """InitVar[T]: the annotation of a parameter of __init__ that goes to __post_init__ and is no attribute."""

    __slots__ = ('type',)

    def __class_getitem__(cls, type):
        return InitVar(type)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        is_plain = isinstance(self.type, type) and not isinstance(self.type, GenericAlias)
        return f'dataclasses.InitVar[{self.type.__name__ if is_plain else repr(self.type)}]'


class Field:
    """One field, as field() makes it. Name and type are known when the class is."""

    __slots__ = (
        'name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
        '_field_type',
    )
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = self.type = self._field_type = None
        self.default, self.default_factory = default, default_factory
        self.init, self.repr, self.hash, self.compare, self.kw_only = init, repr, hash, compare, kw_only
        self.metadata = MappingProxyType({} if metadata is None else metadata)

    @property
    def _has_default(self):
        return self.default is not MISSING or self.default_factory is not MISSING

    def __set_name__(self, owner, name):
        # A default that is a descriptor shall know its name, too.
        tell = getattr(type(self.default), '__set_name__', None)
        if tell:
            tell(self.default, owner, name)

    @recursive_repr()
    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in self.__slots__[:-1]]
        return f'Field({",".join(shown)},_field_type={self._field_type})'


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    """Say more of a field than its annotation does: it is set to this in the class's body.

    default is its value if none is given, or what default_factory returns when it is called. init: whether it is a
    parameter of __init__. repr, compare and hash: whether it takes part in the repr, in comparisons, and in the hash:
    by default if it does in comparisons. kw_only: whether the parameter is keyword-only. metadata: a mapping for
    whoever has use for it.
    """
    if MISSING is not default and MISSING is not default_factory:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)
