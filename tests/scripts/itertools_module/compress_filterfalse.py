# compress and filterfalse choose elements.
from itertools import compress, filterfalse

print(list(compress('abcdef', [1, 0, 1, 0, 1, 1])), list(compress('abc', [True])), list(compress(data='ab', selectors=[0, 1])))
print(list(filterfalse(None, [0, 1, '', 'x', None])), list(filterfalse(lambda n: n % 2, range(6))))
print(list(filterfalse(bool, [0, 1])))

for call in (
    lambda: compress('a'),
    lambda: compress(1, 2),
    lambda: filterfalse(None),
    lambda: list(filterfalse(1, [1])),
    lambda: filterfalse(None, [], x=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
