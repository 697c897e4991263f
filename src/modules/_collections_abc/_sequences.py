"""Sequence, MutableSequence and ByteString."""

from abc import ABCMeta, abstractmethod

from _collections_abc._abilities import Collection, Reversible, _until

__name__ = 'collections.abc'


class Sequence(Reversible, Collection):
    """What has elements at positions: of a class with __getitem__ and __len__."""

    __slots__ = ()

    # Sequence patterns match the instances.
    __abc_tpflags__ = 1 << 5

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        position = 0
        while True:
            try:
                found = self[position]
            except IndexError:
                return
            yield found
            position += 1

    def __reversed__(self):
        for position in range(len(self) - 1, -1, -1):
            yield self[position]

    def __contains__(self, value):
        return any(found is value or found == value for found in self)

    def count(self, value):
        """How often there is an element."""
        return sum(found is value or found == value for found in self)

    def index(self, value, start=0, stop=None):
        """The first position of an element, from start on and before stop; raises ValueError if there is none."""
        position = start if start is None or start >= 0 else max(start + len(self), 0)
        end = stop if stop is None or stop >= 0 else stop + len(self)
        while end is None or position < end:
            try:
                found = self[position]
            except IndexError:
                break
            if found is value or found == value:
                return position
            position += 1
        raise ValueError


class MutableSequence(Sequence):
    """A sequence that changes: of a class with __getitem__, __setitem__, __delitem__, __len__ and insert()."""

    __slots__ = ()

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        """Puts an element before a position."""
        raise IndexError

    def append(self, value):
        """Adds an element at the end."""
        self.insert(len(self), value)

    def extend(self, values):
        """Adds the elements of an iterable at the end."""
        for value in list(values) if values is self else values:
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        """Removes the element at a position, the last by default, and answers it."""
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        """Removes the first of an element; raises ValueError if there is none."""
        position = self.index(value)
        del self[position]

    def clear(self):
        """Removes all elements."""
        # By pop(), for subclasses that want to know.
        _until(IndexError, self.pop)

    def reverse(self):
        """Turns the order of the elements around."""
        front, back = 0, len(self) - 1
        while front < back:
            self[front], self[back] = self[back], self[front]
            front += 1
            back -= 1


def _warn_about_byte_string():
    import warnings

    warnings._deprecated('collections.abc.ByteString', remove=(3, 14))


class _DeprecateByteStringMeta(ABCMeta):
    """Warns where ByteString is subclassed or asked for its instances."""

    def __new__(cls, name, bases, namespace, **kwargs):
        if name != 'ByteString':
            _warn_about_byte_string()
        return super().__new__(cls, name, bases, namespace, **kwargs)

    def __instancecheck__(cls, instance):
        _warn_about_byte_string()
        return super().__instancecheck__(instance)


class ByteString(Sequence, metaclass=_DeprecateByteStringMeta):
    """What bytes and bytearray have in common (deprecated)."""

    __slots__ = ()


for _abc, _classes in (
    (Sequence, (tuple, str, bytes, range, memoryview)),
    (MutableSequence, (list, bytearray)),
    (ByteString, (bytes, bytearray)),
):
    for _class in _classes:
        _abc.register(_class)
del _abc, _classes, _class
