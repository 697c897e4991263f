"""WeakSet: a set that does not keep its elements."""

from _weakref import ref
from types import GenericAlias

__all__ = ['WeakSet']


def _refs(items):
    return {ref(item) for item in items}


class WeakSet:
    """A set whose elements are held weakly: one goes when nothing else refers to it."""

    def __init__(self, data=None):
        self.data = set()

        def remove(gone, owner=ref(self)):
            # As long as there is a WeakSet: its data may have been replaced since.
            alive = owner()
            if alive is not None:
                alive.data.discard(gone)

        self._remove = remove
        if data is not None:
            self.update(data)

    __class_getitem__ = classmethod(GenericAlias)

    def __repr__(self):
        return repr(self.data)

    def __reduce__(self):
        return self.__class__, ([*self],), self.__getstate__()

    def copy(self):
        return self.__class__(self)

    def __iter__(self):
        # Over a copy: elements may go meanwhile.
        for each in [*self.data]:
            if (item := each()) is not None:
                yield item

    def __len__(self):
        return len(self.data)

    def __contains__(self, item):
        try:
            sought = ref(item)
        except TypeError:
            return False
        return sought in self.data

    # Changing it

    def add(self, item):
        self.data.add(ref(item, self._remove))

    def update(self, other):
        for item in other:
            self.add(item)

    def remove(self, item):
        self.data.remove(ref(item))

    def discard(self, item):
        self.data.discard(ref(item))

    def pop(self):
        item = None
        while item is None:
            if not self.data:
                raise KeyError('pop from empty WeakSet')
            item = self.data.pop()()
        return item

    def clear(self):
        self.data.clear()

    def __ior__(self, other):
        self.update(other)
        return self

    def __iand__(self, other):
        self.data &= _refs(other)
        return self

    def __isub__(self, other):
        self.data -= _refs(other)
        return self

    def __ixor__(self, other):
        # These references may come into the set.
        self.data ^= {ref(item, self._remove) for item in other}
        return self

    def intersection_update(self, other):
        self.__iand__(other)

    def difference_update(self, other):
        self.__isub__(other)

    def symmetric_difference_update(self, other):
        self.__ixor__(other)

    # Sets made of it and others

    def union(self, other):
        made = self.copy()
        made.update(other)
        return made

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def difference(self, other):
        made = self.copy()
        made -= other
        return made

    def symmetric_difference(self, other):
        made = self.copy()
        made ^= other
        return made

    __or__, __and__, __sub__, __xor__ = union, intersection, difference, symmetric_difference

    # Comparing it

    def __eq__(self, other):
        return self.data == _refs(other) if isinstance(other, self.__class__) else NotImplemented

    def __lt__(self, other):
        return self.data < _refs(other)

    def __gt__(self, other):
        return self.data > _refs(other)

    def issubset(self, other):
        return self.data <= _refs(other)

    def issuperset(self, other):
        return self.data >= _refs(other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    __le__, __ge__ = issubset, issuperset
