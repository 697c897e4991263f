# cmp_to_key turns a comparison function into a key function.
import functools


def backwards(a, b):
    return b - a


key = functools.cmp_to_key(backwards)
print(sorted([3, 1, 2], key=key), key(1) > key(2), key(1) == key(1), key(5).obj)
print(max('abc', key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))))
for call in (
    lambda: key(1) < 3,
    lambda: hash(key(1)),
    lambda: functools.cmp_to_key(),
    lambda: key(),
    lambda: key(1) < key('a'),
):
    try:
        call()
    except TypeError as error:
        print(error)
