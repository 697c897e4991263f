"""Abstract base classes for what objects can do, and for containers (PEP 3119): collections.abc itself."""

from _collections_abc._abilities import (
    AsyncGenerator,
    AsyncIterable,
    AsyncIterator,
    Awaitable,
    Buffer,
    Collection,
    Container,
    Coroutine,
    Generator,
    GenericAlias,
    Hashable,
    Iterable,
    Iterator,
    Reversible,
    Sized,
    _ability,
    _check_methods,
)
from _collections_abc._callable import Callable, _CallableGenericAlias, _is_param_expr, _type_repr
from _collections_abc._mappings import ItemsView, KeysView, Mapping, MappingView, MutableMapping, ValuesView
from _collections_abc._sequences import ByteString, MutableSequence, Sequence
from _collections_abc._sets import MutableSet, Set

__all__ = [
    'Awaitable', 'Coroutine', 'AsyncIterable', 'AsyncIterator', 'AsyncGenerator', 'Hashable', 'Iterable', 'Iterator',
    'Generator', 'Reversible', 'Sized', 'Container', 'Callable', 'Collection', 'Set', 'MutableSet', 'Mapping',
    'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence',
    'ByteString', 'Buffer',
]

# As which it is known.
__name__ = 'collections.abc'
