# Within one pickle identity survives: one object stays one object.
import pickle

shared = ['shared']
pair = [shared, shared]
copy = pickle.loads(pickle.dumps(pair))
print(copy, copy[0] is copy[1], copy[0] is shared)

equal = [['equal'], ['equal']]
copy = pickle.loads(pickle.dumps(equal))
print(copy, copy[0] is copy[1])

# Two pickles know nothing of each other.
one, two = pickle.loads(pickle.dumps(shared)), pickle.loads(pickle.dumps(shared))
print(one == two, one is two)


class Node:
    pass


a, b = Node(), Node()
a.other, b.other = b, a
a.kind = b.kind = Node
a2, b2 = pickle.loads(pickle.dumps((a, b)))
print(a2.other is b2, b2.other is a2, a2.kind is b2.kind is Node)

for protocol in range(6):
    x, y, z = pickle.loads(pickle.dumps((shared, Node, shared), protocol))
    print(protocol, x is z, x is shared, y is Node)
