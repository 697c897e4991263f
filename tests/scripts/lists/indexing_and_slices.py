# Items and slices: reading, assigning, deleting.
l = list(range(10))
print(l[0], l[-1], l[2:5], l[:3], l[7:], l[::3], l[::-1], l[-3:], l[5:2], l[5:2:-1], l[100:], l[-100:2])
l[0] = 'first'
l[-1] = 'last'
l[1:3] = ['a', 'b', 'c']
print(l)
l[2:2] = ['inserted']
l[-2:] = []
l[::4] = ['x'] * len(l[::4])
print(l)
del l[0]
del l[1:3]
del l[::2]
print(l)
l[:] = 'abc'
print(l, l[:] is l)
l[1:1] = iter([1, 2])
l[len(l) :] = [9]
l[0:0] = (0,)
print(l)
l += 'z'
l *= 2
print(
    l, [1, 2] < [1, 3], [1] < [1, 0], [2] > [1, 5], [] < [0], [1, [2]] == [1, [2]], 2 in [1, 2], [1] in [[1]]
)
a, *b, c = l
print(a, b, c)
nested = [[1, 2], [3, 4]]
nested[0][1] = 'changed'
nested[1] += [5]
print(nested, [row[:] for row in nested] == nested)


def attempt(source):
    try:
        exec(source, {'l': [1, 2, 3]})
    except Exception as error:
        print(source, '->', type(error).__name__, error)


for source in (
    'l[3]',
    'l[-4]',
    'l[3] = 1',
    'del l[3]',
    'l["a"]',
    'l["a"] = 1',
    'del l["a"]',
    'l[1.0]',
    'l[::2] = [1]',
    'l[::2] = 5',
    'l[0:1] = 5',
    'l[::0]',
    'l["a":]',
    'l[0].x',
    'l[None]',
    'l[1, 2]',
    'l += 5',
    'l *= "a"',
    'l < (1,)',
    'del l[::0]',
):
    attempt(source)
