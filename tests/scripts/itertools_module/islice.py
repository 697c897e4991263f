# islice is a slice of an iterator.
from itertools import count, islice

print(list(islice('abcdefg', 2)), list(islice('abcdefg', 2, 4)), list(islice('abcdefg', 2, None)), list(islice('abcdefg', 0, None, 3)))
print(list(islice(count(), 2, 20, 6)), list(islice('abc', 0)), list(islice('abc', None)), list(islice('abc', True)))
it = iter(range(10))
print(list(islice(it, 2, 4)), list(it))
it = iter(range(10))
print(list(islice(it, 3, 3)), list(it), list(islice(range(5), 7, 9)))

for call in (
    lambda: islice(),
    lambda: islice('a'),
    lambda: islice('a', -1),
    lambda: islice('a', 'x'),
    lambda: islice('a', 'x', 1),
    lambda: islice('a', 1, 2, 0),
    lambda: islice(1, 1),
    lambda: islice('a', 1, 2, 3, 4),
    lambda: islice('a', 2.0),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
