# What every object has from object itself.
o = object()
print(o == o, o != o, o == object(), hash(o) == hash(o), o.__eq__(o), o.__ne__(o), o.__eq__(1), o.__ne__(1))
print(
    o.__class__,
    o.__doc__,
    o.__reduce_ex__(2)[1],
    o.__sizeof__() > 0,
    o.__format__('') == str(o),
    o.__init__() is None,
)
print(object.__subclasshook__(int), o.__init_subclass__(), object.__new__(object).__class__.__name__)
print(
    str(o).startswith('<object object at 0x'),
    o.__str__() == o.__repr__() == repr(o),
    hex(id(o))[2:] in repr(o).lower(),
)
print(sorted(name for name in dir(o)))


class T:
    pass


t = T()
t.__setattr__('x', 5)
print(t.__getattribute__('x'), t.__dict__)
t.__delattr__('x')
print(t.__dict__, t.__dir__().__class__.__name__, t.__hash__() == hash(t), t.__getstate__())
for action in (
    lambda: o.x,
    lambda: setattr(o, 'x', 1),
    lambda: o < o,
    lambda: o.__format__('5'),
    lambda: object(1),
    lambda: object.__init__(1, 2),
    lambda: t.__delattr__('x'),
    lambda: object.__getattribute__(t),
    lambda: object.__new__(1),
    lambda: object.__new__(T, 1),
    lambda: o + o,
    lambda: o(),
    lambda: o.__lt__(o),
    lambda: object.__repr__(5).startswith('<int object at'),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
