# Dictionaries keep their order; SETITEM for one entry, SETITEMS for more.
import pickle

for protocol in range(5):
    for value in {}, {'a': 1}, {'b': 1, 'a': 2}, {1: {2: {}}}, {(1, 2): None, None: ()}:
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        assert list(pickle.loads(data)) == list(value)
        print(protocol, value, data)

for length in 999, 1000, 1001, 2000:
    data = pickle.dumps(dict.fromkeys(range(length)), 4)
    print(length, len(data), data.count(b'(K'), data[-6:])
    assert len(pickle.loads(data)) == length
