# copy.copy makes one new object, copy.deepcopy a new structure.
import copy


class Box:
    def __init__(self, content):
        self.content = content


inner = [1, 2]
box = Box(inner)
shallow, deep = copy.copy(box), copy.deepcopy(box)
print(shallow is box, shallow.content is inner)
print(deep is box, deep.content is inner, deep.content == inner)

for value in [inner], {'k': inner}, {1, 2}, (inner,), bytearray(b'x'):
    shallow, deep = copy.copy(value), copy.deepcopy(value)
    print(type(value).__name__, shallow is value, deep is value, shallow == deep == value)

for atom in 1, 1.5, 'text', b'bytes', None, True, (), (1, 2), frozenset({1}), range(3), len, Box, Ellipsis:
    print(copy.copy(atom) is atom, copy.deepcopy(atom) is atom, end=' ')
print()
nested = (1, (2, [3]))
deep = copy.deepcopy(nested)
print(deep == nested, deep is nested, deep[1] is nested[1])
unchanged = (1, (2, 3))
print(copy.deepcopy(unchanged) is unchanged)
