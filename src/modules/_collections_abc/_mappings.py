"""Mapping, MutableMapping, and the views of their keys, values and items."""

from abc import abstractmethod

from _collections_abc._abilities import Collection, GenericAlias, Sized, _first, _until
from _collections_abc._sets import Set

__name__ = 'collections.abc'

_MISSING = object()


def _value_or_missing(mapping, key):
    try:
        return mapping[key]
    except KeyError:
        return _MISSING


class Mapping(Collection):
    """What answers values for keys: of a class with __getitem__, __iter__ and __len__."""

    __slots__ = ()

    # Mapping patterns match the instances.
    __abc_tpflags__ = 1 << 6

    __reversed__ = None

    @abstractmethod
    def __getitem__(self, key):
        raise KeyError

    def __contains__(self, key):
        return _value_or_missing(self, key) is not _MISSING

    def get(self, key, default=None):
        """The value of a key, or the default."""
        try:
            return self[key]
        except KeyError:
            return default

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items()) if isinstance(other, Mapping) else NotImplemented

    def keys(self):
        """A view of the keys, which is a set."""
        return KeysView(self)

    def values(self):
        """A view of the values."""
        return ValuesView(self)

    def items(self):
        """A view of the pairs of key and value, which is a set."""
        return ItemsView(self)


class MutableMapping(Mapping):
    """A mapping that changes: of a class with __getitem__, __setitem__, __delitem__, __iter__ and __len__."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, key, value):
        raise KeyError

    @abstractmethod
    def __delitem__(self, key):
        raise KeyError

    def pop(self, key, default=_MISSING):
        """Removes a key and answers its value, or the default; raises KeyError if there is neither."""
        found = self[key] if default is _MISSING else _value_or_missing(self, key)
        if found is _MISSING:
            return default
        del self[key]
        return found

    def popitem(self):
        """Removes the first item and answers it; raises KeyError if there is none."""
        key = _first(self)
        popped = key, self[key]
        del self[key]
        return popped

    def clear(self):
        """Removes all items."""
        # By popitem(), for subclasses that want to know.
        _until(KeyError, self.popitem)

    def setdefault(self, key, default=None):
        """The value of a key, which is set to the default if it isn't there."""
        try:
            found = self[key]
        except KeyError:
            self[key] = found = default
        return found

    def update(self, other=(), /, **kwds):
        """Sets the items of a mapping, of an object with keys(), or of an iterable of pairs; then the keywords."""
        keys = other if isinstance(other, Mapping) else other.keys() if hasattr(other, 'keys') else None
        if keys is None:
            for key, value in other:
                self[key] = value
        else:
            for key in keys:
                self[key] = other[key]
        for key in kwds:
            self[key] = kwds[key]


class MappingView(Sized):
    """What the views have in common: the mapping they look at."""

    __slots__ = ('_mapping',)

    def __init__(self, mapping):
        self._mapping = mapping

    def __len__(self):
        return len(self._mapping)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._mapping!r})'

    __class_getitem__ = classmethod(GenericAlias)


def _has(value, found):
    return found is value or found == value


class KeysView(MappingView, Set):

    __slots__ = ()

    def __iter__(self):
        yield from self._mapping

    def __contains__(self, key):
        return key in self._mapping

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class ItemsView(MappingView, Set):

    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield key, mapping[key]

    def __contains__(self, item):
        key, value = item
        found = _value_or_missing(self._mapping, key)
        return found is not _MISSING and _has(value, found)

    @classmethod
    def _from_iterable(cls, it):
        return set(it)


class ValuesView(MappingView, Collection):

    __slots__ = ()

    def __iter__(self):
        mapping = self._mapping
        for key in mapping:
            yield mapping[key]

    def __contains__(self, value):
        mapping = self._mapping
        return any(_has(value, mapping[key]) for key in mapping)


Mapping.register(type(type.__dict__))
MutableMapping.register(dict)
for _view, _class in (KeysView, {}.keys()), (ItemsView, {}.items()), (ValuesView, {}.values()):
    _view.register(type(_class))
del _view, _class
