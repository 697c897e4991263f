# del unbinds names, attributes, items and slices.
a = b = [1, 2, 3, 4, 5]
del a
print(b)
del b[0], b[-1]
del b[1:]
print(b)


class T:
    x = 1


t = T()
t.y, t.z = 1, 2
del t.y, (t.z)
print(vars(t))
d = {'a': 1, 'b': {'c': 2}}
del d['a'], d['b']['c']
print(d)
x, y, z = 1, 2, 3
del (x, [y, z])
for name in 'x', 'y', 'z', 'a':
    print(name in globals(), end=' ')
print()


class Tracks:
    def __delattr__(self, name):
        print('delattr', name)

    def __delitem__(self, key):
        print('delitem', key)


k = Tracks()
del k.anything, k['key'], k[1:2], k[..., 0]
for source in (
    'del nothing',
    'del t.y',
    'del T.nope',
    'del d["q"]',
    'del b[9]',
    'del (1)[0]',
    'del "abc"[0]',
    'del (1, 2)[0]',
    'del len.x',
    'del T().x',
    'del t.__class__',
    'del [].append',
    'del print',
):
    try:
        exec(source)
    except Exception as error:
        print(source, '|', type(error).__name__, error)


def local():
    v = 1
    del v
    try:
        v
    except UnboundLocalError as error:
        print(error)
    try:
        del v
    except UnboundLocalError as error:
        print(error)
    v = 2
    return v


print(local())
del ()
del []
