# collections.abc.Callable[...] and the generic aliases of the others.
import collections
import collections.abc as c

f = c.Callable[[int, str], bool]
print(f, f.__args__, f.__origin__, c.Callable[..., int], c.Callable[[], None])
print(c.Mapping[str, int], c.Iterator[int], collections.deque[int], collections.Counter[str], collections.OrderedDict[str, int])
print(f == c.Callable[[int, str], bool], hash(f) == hash(c.Callable[[int, str], bool]))
for bad in (int, (int, str, bool), (3, int)):
    try:
        c.Callable[bad]
    except TypeError as error:
        print(error)
