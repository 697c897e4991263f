# Subclasses of built-in collections are taken for what their base is; the flags of a class say so.
SEQUENCE, MAPPING, SELF = 1 << 5, 1 << 6, 1 << 22


class L(list):
    pass


class D(dict):
    pass


class T(tuple):
    __slots__ = ()


class Both(L):
    keys = dict.keys


class Duck:
    def __len__(self):
        return 2

    def __getitem__(self, i):
        return i

    def keys(self):
        return [0, 1]

    def get(self, key, default=None):
        return key


def kind(x):
    match x:
        case [*_]:
            return 'sequence'
        case {**rest}:
            return 'mapping'
        case _:
            return 'neither'


for x in [L(), D(), T(), Both(), Duck(), [], (), range(0), {}, vars(L), '', b'', set(), iter(()), {}.keys(), 0]:
    flags = type(x).__flags__
    print(type(x).__name__, kind(x), bool(flags & SEQUENCE), bool(flags & MAPPING), bool(flags & SELF))
