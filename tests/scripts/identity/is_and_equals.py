# `==` asks about the value, `is` about the object.
a, b = [1], [1]
print(a == b, a is b, a is not b)
print(id(a) == id(a), id(a) == id(b))

print(None is None, True is not False, ... is Ellipsis)
print(1 == 1.0 == True, NotImplemented is NotImplemented)
print(type(1) is int, type(1.0) is float, int is type)

nan = float('nan')
print(nan == nan, nan is nan, nan in [nan], [nan] == [nan])


class AlwaysEqual:
    def __eq__(self, other):
        return True


one, other = AlwaysEqual(), AlwaysEqual()
print(one == other, one is other, one == None, one is None)
empty = ()
print(empty is tuple([]), [] is [], frozenset() == frozenset())
print(isinstance(id(a), int), id(a) > 0)
