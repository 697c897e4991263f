# bytes have opcodes from protocol 3 on, bytearray from 5 on; before that they are reduced.
import pickle

for value in b'', b'a', b'abc\xff', bytearray(b''), bytearray(b'xyz\x80'):
    for protocol in range(6):
        data = pickle.dumps(value, protocol)
        again = pickle.loads(data)
        assert again == value and type(again) is type(value)
        print(protocol, value, data)

for length in 255, 256, 70000:
    for protocol in 3, 4, 5:
        data = pickle.dumps(b'x' * length, protocol)
        print(length, protocol, len(data), data[:14], data[-4:])

print(
    pickle.loads(b'U\x03\xe9\xe8a.', encoding='latin-1'), pickle.loads(b'U\x03\xe9\xe8a.', encoding='bytes')
)
print(pickle.loads(b"S'caf\\xe9'\n.", encoding='latin1'))
