# What dis and genops find wrong.
import pickletools

for data in [
    b'', b'K', b'K\x01', b'\xff', b'.', b'K\x01K\x02.', b'(K\x01.', b't.', b'h\x01.', b'K\x01q\x00q\x00.', b'q\x00.', b'(q\x00.',
    b'Sabc\n.', b"S'abc\n.", b'I1', b'Ix\n.', b'M\x01', b'G1234', b'X\x05\x00\x00\x00ab', b'T\xff\xff\xff\xff.', b'\x8a\x05a', b'\x8b\xff\xff\xff\xff.',
    b'R.', b'K\x010.', b'(0N.', b'\x95\x01', b'cos\n', b'C\x05ab', b'\x8c\x05ab', b'Fx\n.', b"S'a\\x41\\n'\n.", b'L12L\n.', b'I01\n.', b'(K\x01K\x02iT\nU\n.',
]:
    print(data)
    try:
        pickletools.dis(data)
    except Exception as error:
        print(type(error).__name__, error)
