# Data classes made by a call.
from dataclasses import field, fields, make_dataclass

P = make_dataclass('P', ['x', ('y', int), ('z', int, field(default=5))], namespace={'sum': lambda self: self.y + self.z})
p = P(1, 2)
print(p, p.sum(), P.__module__, P.__name__, [(f.name, f.type) for f in fields(P)])
Q = make_dataclass('Q', [('w', int, 0)], bases=(P,), frozen=False, order=True, module='elsewhere')
print(Q(1, 2), Q.__mro__[1] is P, Q(1, 2) < Q(1, 3), Q.__module__)
for spec in ([1], ['class'], ['a b'], ['a', 'a'], [('a',)], [('a', int, 1, 2)]):
    try:
        make_dataclass('R', spec)
    except TypeError as error:
        print(error)
