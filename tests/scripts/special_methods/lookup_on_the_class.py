# Special methods are looked up on the class, never on the instance.
class T:
    pass


t = T()
t.__len__ = lambda: 5
t.__call__ = lambda: 'called'
t.__eq__ = lambda other: True
t.__repr__ = lambda: 'instance repr'
t.__iter__ = lambda: iter([1])
for action in (lambda: len(t), lambda: t(), lambda: list(t), lambda: t + 1, lambda: t[0]):
    try:
        print(action())
    except TypeError as error:
        print(error)
print(t == T(), repr(t) == 'instance repr', t.__len__())

T.__len__ = lambda self: 7
T.__getitem__ = lambda self, index: index * 2
T.__add__ = lambda self, other: ('added', other)
print(len(t), t[4], t + 1)
del T.__len__
try:
    len(t)
except TypeError as error:
    print(error)

T.__iter__ = None
try:
    iter(t)
except TypeError as error:
    print(error)
T.__contains__ = None
try:
    1 in t
except TypeError as error:
    print(error)


class U(T):
    __add__ = None


try:
    U() + 1
except TypeError as error:
    print(error)
