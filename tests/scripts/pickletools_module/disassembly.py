# Pickles of built-in values, disassembled.
import pickle
import pickletools

for o in [-1, 2**40, 1.5, True, 'a\u20ac\n', b'ab', bytearray(b'z'), [1, [2]], {'a': {}}, (1,), (1, 2, 3, 4), {3}]:
    for protocol in 0, 1, 2, 4, 5:
        pickletools.dis(pickle.dumps(o, protocol))
