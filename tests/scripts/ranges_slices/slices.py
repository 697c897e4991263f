# slice objects, and how they meet a length.
s = slice(1, 10, 2)
print(
    s,
    s.start,
    s.stop,
    s.step,
    slice(5),
    slice(None),
    slice(1, None),
    slice('a', 'b'),
    s == slice(1, 10, 2),
    s < slice(2, 3),
    slice(1) == slice(None, 1, None),
)
print(
    list(range(20))[s],
    'abcdefghijk'[s],
    s.indices(5),
    slice(-3, None).indices(10),
    slice(None, None, -1).indices(5),
    slice(100, -100, -3).indices(10),
)


class Show:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print('set', key, value)

    def __delitem__(self, key):
        print('del', key)


show = Show()
print(
    show[1],
    show[1:2],
    show[:],
    show[::],
    show[1:2:3],
    show[1:2, 3],
    show[...],
    show[1:2, ::3],
    show[()],
    show[1,],
    show[-1:],
)
print(
    show['a':'z'],
    show[None:None],
    show[show[1] : 2],
    show[lambda: 0 : 1].start.__class__.__name__,
    show[*[1, 2]],
    show[1, *(2, 3)],
)
show[1:2] = 'x'
show[...] = 1
del show[::2], show['k']
for action in (
    lambda: [1][slice('a')],
    lambda: slice(),
    lambda: slice(1, 2, 3, 4),
    lambda: s.indices(-1),
    lambda: s.indices('a'),
    lambda: slice(0, 1, 0).indices(5),
    lambda: [1, 2][1:'x'],
    lambda: 'abc'[1.5:],
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
print(hash(slice(1, 2)) == hash(slice(1, 2)), {slice(1): 'hashable'}[slice(1)])
data = list(range(10))
print([data[i : i + 3] for i in range(0, 10, 3)], data[slice(None, None, -3)], data[-1:-4:-1], data[True:3])
