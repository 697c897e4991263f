# The in-place functions change what can be changed, and return the result.
import operator

items = [1, 2]
same = operator.iadd(items, [3])
print(same is items, items)
print(operator.iconcat(items, (4,)), items)
print(operator.imul(items, 2) is items, len(items))
n = 5
print(operator.isub(n, 2), n)
print(operator.ipow(2, 3), operator.ifloordiv(7, 2), operator.imod(7, 4), operator.itruediv(1, 4))
print(operator.iand(6, 3), operator.ior({1}, {2}), operator.ixor(6, 3), operator.ilshift(1, 3), operator.irshift(8, 1))
try:
    operator.ipow(2, '')
except TypeError as error:
    print(error)
