# The smallest opcode that holds an integer.
import pickle

values = [0, 1, -1, 255, 256, 65535, 65536, 2**31 - 1, 2**31, -(2**31), -(2**31) - 1, 2**63, -(2**63), 10**20]
for protocol in (0, 1, 2, 4):
    for value in values:
        data = pickle.dumps(value, protocol)
        assert pickle.loads(data) == value
        print(protocol, value, data)

big = 2**2040
print(pickle.dumps(big)[:8], len(pickle.dumps(big)))
print(pickle.loads(pickle.dumps(big)) == big)
big = -(2**2048)
print(pickle.dumps(big)[:8], len(pickle.dumps(big)))
print(pickle.loads(pickle.dumps(big, 0)) == big)

# Old and hand-written forms load too.
print(pickle.loads(b'I10\n.'), pickle.loads(b'I00\n.'), pickle.loads(b'I01\n.'), pickle.loads(b'L12L\n.'))
print(pickle.loads(b'\x8a\x00.'), pickle.loads(b'\x8a\x02\xff\x00.'), pickle.loads(b'\x8a\x01\xff.'))
