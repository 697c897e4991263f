"""Counter: a dict that counts, and calculates with what it counted."""

from _collections import _count_elements
from _collections_abc import Mapping
from _operator import add, eq, ge, itemgetter, le, sub

# The class is found, and pickled, under the name of the package.
__name__ = 'collections'


class Counter(dict):
    """A dict of how often there is each element: a multiset.

    >>> c = Counter('abracadabra')
    >>> c.most_common(2)
    [('a', 5), ('b', 2)]
    >>> c['z']
    0

    Counts may also be zero or negative, or other kinds of numbers.
    """

    def __init__(self, iterable=None, /, **kwds):
        """Counts the elements of an iterable, or takes over the counts of a mapping and of keyword arguments."""
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        """What isn't there, is there zero times."""
        return 0

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError('Counter.fromkeys() is undefined.  Use Counter(iterable) instead.')

    def copy(self):
        """A shallow copy, of the same class."""
        return self.__class__(self)

    def __reduce__(self):
        return type(self), (dict(self),)

    def __repr__(self):
        name = self.__class__.__name__
        if not self:
            return f'{name}()'
        try:
            shown = self.most_common()
        except TypeError:
            # Counts that can't be ordered.
            shown = self
        return f'{name}({dict(shown)!r})'

    # Counting

    def update(self, iterable=None, /, **kwds):
        """Adds the counts of a mapping, or the elements of an iterable, and keyword arguments."""
        if isinstance(iterable, Mapping):
            if self:
                for elem, count in iterable.items():
                    self[elem] = count + self.get(elem, 0)
            else:
                # There is nothing to add to.
                super().update(iterable)
        elif iterable is not None:
            _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """Subtracts the counts of a mapping, or the elements of an iterable, and keyword arguments."""
        if iterable is None:
            pairs = ()
        elif isinstance(iterable, Mapping):
            pairs = iterable.items()
        else:
            pairs = ((elem, 1) for elem in iterable)
        for elem, count in pairs:
            self[elem] = self.get(elem, 0) - count
        if kwds:
            self.subtract(kwds)

    def __delitem__(self, elem):
        """As of a dict, but nothing happens if there is no such element."""
        if elem in self:
            dict.__delitem__(self, elem)

    # What was counted

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n elements of the highest counts, or all, with their counts, the most common first."""
        by_count = itemgetter(1)
        if n is not None:
            from heapq import nlargest

            return nlargest(n, self.items(), key=by_count)
        return sorted(self.items(), key=by_count, reverse=True)

    def elements(self):
        """Iterates over the elements, over each as many times as it was counted."""
        from itertools import chain, repeat

        return chain.from_iterable(map(repeat, self.keys(), self.values()))

    # Multisets compare by all their counts.

    def __eq__(self, other):
        """Whether all counts are equal."""
        return _holds(eq, self, other) if isinstance(other, Counter) else NotImplemented

    def __ne__(self, other):
        """Whether any counts differ."""
        return not self == other if isinstance(other, Counter) else NotImplemented

    def __le__(self, other):
        """Whether all counts are at most the other's."""
        return _holds(le, self, other) if isinstance(other, Counter) else NotImplemented

    def __ge__(self, other):
        """Whether all counts are at least the other's."""
        return _holds(ge, self, other) if isinstance(other, Counter) else NotImplemented

    def __lt__(self, other):
        """Whether all counts are at most the other's, and not all equal."""
        return self <= other and self != other if isinstance(other, Counter) else NotImplemented

    def __gt__(self, other):
        """Whether all counts are at least the other's, and not all equal."""
        return self >= other and self != other if isinstance(other, Counter) else NotImplemented

    # Multiset operations. Their results hold positive counts only.

    def __add__(self, other):
        """The sums of the counts."""
        return _combined(add, self, other) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        """The differences of the counts."""
        return _combined(sub, self, other) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        """Union: the higher of the counts."""
        return _combined(_higher, self, other) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        """Intersection: the lower of the counts."""
        return _combined(_lower, self, other) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        """The positive counts."""
        return _combined(add, self, Counter())

    def __neg__(self):
        """The negative counts, made positive."""
        return _combined(sub, Counter(), self)

    def __iadd__(self, other):
        """Adds the other's counts."""
        return self._change(add, other)

    def __isub__(self, other):
        """Subtracts the other's counts."""
        return self._change(sub, other)

    def __ior__(self, other):
        """Raises counts to the other's."""
        return self._change(_higher, other)

    def __iand__(self, other):
        """Lowers counts to the other's."""
        for elem, own in self.items():
            self[elem] = _lower(own, other[elem])
        return self._keep_positive()

    def _change(self, operation, other):
        """Combines the counts in place with those of every element of other."""
        for elem, count in other.items():
            self[elem] = operation(self[elem], count)
        return self._keep_positive()

    def _keep_positive(self):
        """Removes the elements whose counts aren't positive. Returns self."""
        for elem in [elem for elem, count in self.items() if not count > 0]:
            del self[elem]
        return self


def _holds(comparison, a, b):
    """Whether the comparison is true of the counts of every element of either."""
    return all(comparison(a[elem], b[elem]) for counter in (a, b) for elem in counter)


def _combined(operation, a, b):
    """A Counter of the operation's results on the counts of every element of either, where they are positive."""
    result = Counter()
    for elem, count in a.items():
        new = operation(count, b[elem])
        if new > 0:
            result[elem] = new
    for elem, count in b.items():
        if elem not in a:
            new = operation(0, count)
            if new > 0:
                result[elem] = new
    return result


def _higher(a, b):
    return b if a < b else a


def _lower(a, b):
    return a if a < b else b
