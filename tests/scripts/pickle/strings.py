# Text: escapes in protocol 0, UTF-8 and its length after that.
import pickle

values = [
    '',
    'a',
    'hello',
    'back\\slash',
    'line\nfeed',
    'nul\x00',
    'caf\xe9',
    '\u20ac',
    '\U0001f40d',
    '\ud800',
]
for protocol in (0, 1, 4):
    for value in values:
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        print(protocol, ascii(value), data)

for length in 255, 256, 70000:
    text = 'x' * length
    for protocol in 1, 4:
        data = pickle.dumps(text, protocol)
        print(length, protocol, len(data), data[:14], data[-4:])
        assert pickle.loads(data) == text

print(pickle.loads(b"S'quoted'\np0\n."), pickle.loads(b'S"it\'s"\n.'), pickle.loads(b'U\x03abc.'))
