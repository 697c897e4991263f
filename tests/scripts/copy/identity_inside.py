# deepcopy keeps the shape of sharing and of cycles.
import copy

shared = ['s']
pair = [shared, shared]
deep = copy.deepcopy(pair)
print(deep[0] is deep[1], deep[0] is shared)

loop = []
loop.append(loop)
deep = copy.deepcopy(loop)
print(deep[0] is deep, deep is loop)


class Node:
    pass


a, b = Node(), Node()
a.next, b.next = b, a
deep = copy.deepcopy(a)
print(deep.next.next is deep, deep.next is b)

holder = []
t = (holder,)
holder.append(t)
deep = copy.deepcopy(t)
print(deep[0][0] is deep)

memo = {}
x = copy.deepcopy(shared, memo)
print(copy.deepcopy(shared, memo) is x, memo[id(shared)] is x)

key = Node()
table = {key: key}
deep = copy.deepcopy(table)
print(list(deep)[0] is deep[list(deep)[0]], list(deep)[0] is key)
