"""ChainMap: several mappings that look like one."""

from _collections_abc import Mapping, MutableMapping
from _operator import delitem
from reprlib import recursive_repr

# The class is found, and pickled, under the name of the package.
__name__ = 'collections'


class ChainMap(MutableMapping):
    """Looks keys up in several mappings, the first that has one wins; all changes are made to the first mapping.

    The list `maps` is all there is: it may be used and changed.
    """

    def __init__(self, *maps):
        self.maps = [*maps] if maps else [{}]

    # Reading: all the maps

    def __getitem__(self, key):
        for each in self.maps:
            # Not by `in`: a defaultdict makes what isn't there.
            try:
                return each[key]
            except KeyError:
                continue
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        for each in self.maps:
            if key in each:
                return True
        return False

    def __bool__(self):
        return any(self.maps)

    def __len__(self):
        return len({key for each in self.maps for key in each})

    def __iter__(self):
        # In the order of dicts that were updated one with another, the last of the maps first.
        keys = {}
        for each in self.maps[::-1]:
            keys |= dict.fromkeys(each)
        return iter(keys)

    @recursive_repr()
    def __repr__(self):
        maps = ', '.join([repr(each) for each in self.maps])
        return f'{self.__class__.__name__}({maps})'

    # Writing: the first map

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def pop(self, key, *args):
        """Removes a key from the first map and answers its value, or the default, if there is one."""
        return self._try_first(lambda first: first.pop(key, *args), _NO_KEY, key)

    def popitem(self):
        """Removes an item from the first map and answers it."""
        return self._try_first(lambda first: first.popitem(), 'No keys found in the first mapping.')

    def __delitem__(self, key):
        self._try_first(lambda first: delitem(first, key), _NO_KEY, key)

    def _try_first(self, change, complaint, *keys):
        """Changes the first map; a KeyError says that no other was looked at."""
        try:
            return change(self.maps[0])
        except KeyError:
            raise KeyError(complaint.format(*keys))

    def __ior__(self, other):
        self.maps[0].update(other)
        return self

    def clear(self):
        """Empties the first map."""
        self.maps[0].clear()

    # Others made of this one

    @property
    def parents(self):
        """A new one without the first map."""
        return self.__class__(*self.maps[1:])

    def new_child(self, m=None, **kwargs):
        """A new one with another map in front: m, or an empty dict, updated with the keyword arguments."""
        front = kwargs if m is None else m
        if kwargs and front is not kwargs:
            front.update(kwargs)
        return self.__class__(front, *self.maps)

    def copy(self):
        """A new one with a copy of the first map; the others are shared."""
        first, *others = self.maps
        return self.__class__(first.copy(), *others)

    @classmethod
    def fromkeys(cls, iterable, value=None, /):
        """A new one of a single dict with these keys."""
        return cls(dict.fromkeys(iterable, value))

    __copy__ = copy

    def __or__(self, other):
        if isinstance(other, Mapping):
            merged = self.copy()
            merged.maps[0].update(other)
            return merged
        return NotImplemented

    def __ror__(self, other):
        if isinstance(other, Mapping):
            merged = dict(other)
            for each in self.maps[::-1]:
                merged.update(each)
            return self.__class__(merged)
        return NotImplemented


_NO_KEY = 'Key not found in the first mapping: {!r}'
