# Tuples of up to three items have an opcode each; the empty one is never memoised.
import pickle

for protocol in range(6):
    for value in (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), ((), ()), (('a',), 'a'):
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        print(protocol, value, data)

same = (1, 2)
for protocol in 0, 1, 2, 4:
    data = pickle.dumps([same, same], protocol)
    first, second = pickle.loads(data)
    print(protocol, data, first is second)
