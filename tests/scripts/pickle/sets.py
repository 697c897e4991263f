# set and frozenset have opcodes from protocol 4 on; before that they are reduced.
import pickle

for protocol in range(6):
    for value in set(), {1}, frozenset(), frozenset({'a'}), {frozenset({2})}:
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        assert again == value and type(again) is type(value)
        print(protocol, data)

big = set(range(2500))
print(pickle.loads(pickle.dumps(big)) == big, pickle.loads(pickle.dumps(big, 2)) == big)

# A frozenset that holds itself, through an instance.


class Node:
    pass


node = Node()
node.group = frozenset([node])
again = pickle.loads(pickle.dumps(node))
print(again in again.group, list(again.group)[0] is again)
