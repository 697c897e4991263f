# A built-in constructor without keyword parameters leaves keywords to the `__init__` of a subclass.
from itertools import count


def attempt(label, make):
    try:
        print(label, make())
    except TypeError as error:
        print(label, error)


for base, argument in [(float, 2.5), (list, [1]), (tuple, (1,)), (set, [1]), (frozenset, [1]), (int, 3), (str, "a"),
                       (bytes, b"a"), (filter, None), (map, None), (range, 3), (count, 1)]:
    attempt(base.__name__, lambda: base(argument, extra=3))
    if base is range:
        continue

    class Plain(base):
        pass

    class WithInit(base):
        def __init__(self, argument, extra=None):
            self.extra = extra

    attempt("  plain", lambda: Plain(argument, extra=3))
    attempt("  __init__", lambda: WithInit(argument, extra=3).extra)


class WithNew(list):
    def __new__(cls, argument, extra=None):
        return super().__new__(cls)


print(WithNew([1], extra=3))
