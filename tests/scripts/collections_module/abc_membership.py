# What the built-in types are, by the abstract base classes.
import collections.abc as c
from collections import ChainMap, Counter, OrderedDict, deque

names = [n for n in c.__all__ if n not in ('ByteString', 'Buffer', 'AsyncGenerator', 'AsyncIterator', 'AsyncIterable')]
for sample in ([], (), '', b'', bytearray(), range(3), set(), frozenset(), {}, {}.keys(), {}.items(), {}.values(),
               iter([]), iter({}), (x for x in ()), len, int, 3, None, deque(), OrderedDict(), Counter(), ChainMap()):
    print(type(sample).__name__, [n for n in names if isinstance(sample, getattr(c, n))])
