# Buffers and views of them, by the abstract base classes.
import collections.abc as c

for cls in (bytes, bytearray, memoryview, list, str):
    print(cls.__name__, [n for n in ('Buffer', 'Sequence', 'MutableSequence', 'Hashable') if issubclass(cls, getattr(c, n))])
match memoryview(b'ab'):
    case [a, b]:
        print(a, b)
