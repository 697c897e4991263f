# Lists: APPEND for one item, APPENDS between marks for more.
import pickle

for protocol in range(5):
    for value in [], [1], [1, 2], [[], [[]]], ['a', 'a', 'b']:
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        print(protocol, value, data)

# Batches of a thousand: count the opcodes.
for length in 999, 1000, 1001, 2000, 2001:
    data = pickle.dumps([None] * length, 4)
    print(length, len(data), data.count(b'('), data.count(b'e'), data.count(b'a'), data[-4:])
    assert pickle.loads(data) == [None] * length
