# Floats: repr in protocol 0, eight big-endian bytes after that.
import pickle

for value in 0.0, -0.0, 1.5, 0.1, -2.5e-300, 1e100, 123456789.125:
    for protocol in 0, 1, 4:
        data = pickle.dumps(value, protocol)
        assert repr(pickle.loads(data)) == repr(value)
        print(protocol, data)

for word in 'inf', '-inf', 'nan':
    value = float(word)
    print(word, pickle.dumps(value, 0), pickle.dumps(value)[:2], repr(pickle.loads(pickle.dumps(value, 0))))

print(pickle.loads(b'F1e3\n.'), pickle.loads(b'F-inf\n.'))
