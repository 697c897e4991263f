# Without special methods copy uses the reduction that pickle uses.
import copy
import copyreg


class Reduced:
    def __init__(self, *args):
        self.args = args

    def __reduce_ex__(self, protocol):
        print('reduce_ex', protocol)
        return Reduced, ('from', 'reduce')


print(copy.copy(Reduced(1)).args, copy.deepcopy(Reduced(2)).args)


class Stateful:
    def __getstate__(self):
        print('getstate')
        return {'kept': self.kept}

    def __setstate__(self, state):
        print('setstate', state)
        self.__dict__.update(state)


s = Stateful()
s.kept, s.lost = ['kept'], 'lost'
t = copy.copy(s)
print(t.kept is s.kept, hasattr(t, 'lost'))
print(copy.deepcopy(s).kept is s.kept)


class Slotted:
    __slots__ = 'a', 'b'


x = Slotted()
x.a = [1]
y, z = copy.copy(x), copy.deepcopy(x)
print(y.a is x.a, z.a is x.a, z.a, hasattr(y, 'b'))


class L(list):
    pass


l = L([[1]])
l.extra = []
m = copy.deepcopy(l)
print(m, type(m).__name__, m[0] is l[0], m.extra is l.extra, copy.copy(l).extra is l.extra)


class Registered:
    pass


copyreg.pickle(Registered, lambda obj: (str, ('via copyreg',)))
print(copy.copy(Registered()), copy.deepcopy([Registered()]))
