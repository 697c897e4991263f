# A class is shared by copies, however deep: it is not part of the value.
import copy


class T:
    registry = []


print(copy.copy(T) is T, copy.deepcopy(T) is T)

t = T()
t.own = []
u = copy.deepcopy(t)
print(type(u) is T, u.own is t.own, u.registry is t.registry)

T.registry.append('seen by all')
print(u.registry)


def function():
    pass


print(copy.deepcopy(function) is function, copy.deepcopy([T, function]) == [T, function])

table = {T: [T()]}
again = copy.deepcopy(table)
print(list(again)[0] is T, again[T] is table[T], type(again[T][0]) is T)
