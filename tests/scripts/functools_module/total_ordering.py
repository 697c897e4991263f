# total_ordering fills in the comparisons that are missing.
import functools


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.n == other.n

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.n < other.n


a, b = Version(1), Version(2)
print(a < b, a <= b, a > b, a >= b, a <= Version(1), a >= Version(1))
print(Version.__le__.__name__, Version.__le__.__doc__)
try:
    a <= 3
except TypeError as error:
    print(error)
try:
    @functools.total_ordering
    class Nothing:
        pass
except ValueError as error:
    print(error)


@functools.total_ordering
class FromGe:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ge__(self, other):
        return self.n >= other.n


x, y = FromGe(1), FromGe(2)
print(x < y, x <= y, x > y, x >= y, x > FromGe(1), x <= FromGe(1))
