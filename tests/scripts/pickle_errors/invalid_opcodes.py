# Bytes that are no pickle.
import pickle

cases = [
    b'', b'.', b'0', b'0.', b'(', b'(.', b'a.', b']a.', b'I1\na.', b'e.', b'(e.', b']e.', b's.', b'}s.', b'u.', b'(u.',
    b't.', b'\x85.', b'\x86.', b'I1\n\x87.', b'R.', b'b.', b'Nb.', b'1.', b'2.', b'q\x00.', b'p0\n.',
    b'h\x00.', b'g7\n.', b'gx\n.', b'j\x01\x00\x00\x00.', b'p-1\n.', b'Np-1\n.', b'Npx\n.', b'X', b'X\x05\x00\x00\x00ab.',
    b'?.', b'\x00.', b'\xff.', b"'.", b'"', b'\x80', b'\x80\x06.', b'\x80\xff.', b'\x95\x01', b'\x95\x10\x00\x00\x00\x00\x00\x00\x00N.',
    b'Ix\n.', b'I\n.', b'I1.', b'Fx\n.', b'Lx\n.', b'L010L\n.', b'I010\n.', b'G\x00\x00.', b'S1\n.', b"S'open\n.", b'S\n.',
    b'V\\u00zz\n.', b'J\x01.', b'M\x01.', b'\x8b\xff\xff\xff\xff.', b'\x8a\x05\x01.', b'B\x05\x00\x00\x00ab.',
    b'\x8d\xff\xff\xff\xff\xff\xff\xff\xff.', b'\x93.', b'NN\x93.', b'\x81.', b'N)\x81.', b'NN\x81.', b'NN)R.', b'N)R.', b')NR.',
    b'(o.', b'(No.', b'i', b'(imodule\n', b'c\n', b'cmodule\n', b'\x94.', b'(\x94.', b'(d.', b'(Nd.', b'(NNs.', b'N(NNu.',
    b'Q.', b'NQ.', b'Px\n.', b'N\x90.', b'N(N\x90.', b'(\x91.', b'\x8c\x02a.', b'\x8c\x01\xff.', b'\x97.', b'N\x98.',
]
for data in cases:
    try:
        print(data, '->', repr(pickle.loads(data)))
    except Exception as error:
        print(data, type(error).__name__, error)
