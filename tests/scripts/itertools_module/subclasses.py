# The classes of itertools may be derived from.
import itertools


class Named(itertools.chain):
    label = 'chained'


n = Named('ab', 'c')
n.extra = 1
print(list(n), n.label, n.extra, isinstance(n, itertools.chain))


class Counter(itertools.count):
    pass


print(next(Counter(3)), Counter(3), list(itertools.islice(Counter(1, 2), 2)))
for cls in (itertools.chain, itertools.count, itertools.groupby, itertools.product, itertools.tee):
    print(cls.__name__, cls.__module__)
print(itertools.count().__iter__() is not None, hasattr(itertools.repeat(1), '__next__'))
