"""Mapping, MutableMapping, and the views of their keys, values and items."""

from abc import abstractmethod

from _collections_abc._abilities import Collection, GenericAlias, Sized
from _collections_abc._sets import Set

__name__ = 'collections.abc'

_MISSING = object()


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
        try:
            self[key]
        except KeyError:
            return False
        else:
            return True

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
        try:
            value = self[key]
        except KeyError:
            if default is not _MISSING:
                return default
            raise
        del self[key]
        return value

    def popitem(self):
        """Removes the first item and answers it; raises KeyError if there is none."""
        for key in self:
            break
        else:
            raise KeyError from None
        item = key, self[key]
        del self[key]
        return item

    def clear(self):
        """Removes all items."""
        # By popitem(), for subclasses that want to know.
        try:
            while True:
                self.popitem()
        except KeyError:
            pass

    def setdefault(self, key, default=None):
        """The value of a key, which is set to the default if it isn't there."""
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def update(self, other=(), /, **kwds):
        """Sets the items of a mapping, of an object with keys(), or of an iterable of pairs; then the keywords."""
        if isinstance(other, Mapping) or hasattr(other, 'keys'):
            for key in other if isinstance(other, Mapping) else other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
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
        try:
            found = self._mapping[key]
        except KeyError:
            return False
        return _has(value, found)

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
