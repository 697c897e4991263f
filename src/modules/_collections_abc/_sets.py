"""Set and MutableSet: the set operations, made of `in`, iteration and length."""

from abc import abstractmethod

from _collections_abc._abilities import Collection, Iterable, _first, _until

__name__ = 'collections.abc'


def _is_within(a, b):
    """Whether all elements of the set a are in the set b."""
    return len(a) <= len(b) and all(elem in b for elem in a)


def _as_set(kind, other):
    """The other operand as a set, made by the class of the one if need be; None if it is no iterable."""
    if isinstance(other, Set):
        return other
    return kind._from_iterable(other) if isinstance(other, Iterable) else None


class Set(Collection):
    """What can be looked into, iterated over and counted, without duplicates.

    Of a class with __contains__, __iter__ and __len__ this makes a set with all operations.  Who redefines __le__ and
    __ge__, redefines the other comparisons with them.
    """

    __slots__ = ()

    @classmethod
    def _from_iterable(cls, it):
        """Makes the set that is an operation's result: to be overridden where the class isn't called like that."""
        return cls(it)

    def __le__(self, other):
        return _is_within(self, other) if isinstance(other, Set) else NotImplemented

    def __ge__(self, other):
        return _is_within(other, self) if isinstance(other, Set) else NotImplemented

    def __lt__(self, other):
        return len(self) < len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def __gt__(self, other):
        return len(self) > len(other) and self.__ge__(other) if isinstance(other, Set) else NotImplemented

    def __eq__(self, other):
        return len(self) == len(other) and self.__le__(other) if isinstance(other, Set) else NotImplemented

    def isdisjoint(self, other):
        """Whether no element of other is in the set."""
        return not any(value in self for value in other)

    # The operands of these may be any iterables.

    def __and__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(value for value in other if value in self)
        return NotImplemented

    def __or__(self, other):
        if isinstance(other, Iterable):
            return self._from_iterable(value for operand in (self, other) for value in operand)
        return NotImplemented

    def __sub__(self, other):
        taken = _as_set(self, other)
        if taken is None:
            return NotImplemented
        return self._from_iterable(value for value in self if value not in taken)

    def __rsub__(self, other):
        whole = _as_set(self, other)
        if whole is None:
            return NotImplemented
        return self._from_iterable(value for value in whole if value not in self)

    def __xor__(self, other):
        other = _as_set(self, other)
        return NotImplemented if other is None else (self - other) | (other - self)

    __rand__, __ror__, __rxor__ = __and__, __or__, __xor__

    def _hash(self):
        """For the __hash__ of classes whose sets don't change: equal sets hash alike, whatever their class."""
        return hash(frozenset(self))


class MutableSet(Set):
    """A set that changes: of a class with __contains__, __iter__, __len__, add() and discard()."""

    __slots__ = ()

    @abstractmethod
    def add(self, value):
        """Adds an element; nothing happens if it is there."""
        raise NotImplementedError

    @abstractmethod
    def discard(self, value):
        """Removes an element; nothing happens if it isn't there."""
        raise NotImplementedError

    def remove(self, value):
        """Removes an element; raises KeyError if it isn't there."""
        if value in self:
            self.discard(value)
        else:
            raise KeyError(value)

    def pop(self):
        """Removes any element and answers it; raises KeyError if there is none."""
        popped = _first(self)
        self.discard(popped)
        return popped

    def clear(self):
        """Removes all elements."""
        # By pop(), for subclasses that want to know.
        _until(KeyError, self.pop)

    def __ior__(self, it):
        return _changed(self, self.add, it)

    def __iand__(self, it):
        return _changed(self, self.discard, self - it)

    # A set can't be iterated over while it changes.

    def __isub__(self, it):
        return _changed(self, self.discard, it) if it is not self else _emptied(self)

    def __ixor__(self, it):
        if it is self:
            return _emptied(self)

        def toggle(value):
            change = self.discard if value in self else self.add
            change(value)

        # As a set: what is twice in an iterable shall not be toggled back.
        return _changed(self, toggle, it if isinstance(it, Set) else self._from_iterable(it))


def _changed(changing, method, values):
    """A mutable set, after its method has been called with each of the values."""
    for value in values:
        method(value)
    return changing


def _emptied(changing):
    changing.clear()
    return changing


Set.register(frozenset)
MutableSet.register(set)
