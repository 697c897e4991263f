# At the end of the data not even nothing can be read.
import io
import pickle

OPCODES = [
    b'C\0', b'B\0\0\0\0', b'\x8e' + bytes(8), b'\x96' + bytes(8), b'U\0', b'T\0\0\0\0', b'X\0\0\0\0', b'\x8c\0',
    b'\x8d' + bytes(8), b'\x8a\0', b'\x8b\0\0\0\0', b'\x80\x04\x95' + bytes(8) + b'C\0',
]
for opcode in OPCODES:
    for rest in b'', b'.':
        for load in pickle.loads, lambda data: pickle.load(io.BytesIO(data)):
            try:
                print(opcode, rest, load(opcode + rest))
            except (EOFError, pickle.UnpicklingError) as error:
                print(opcode, rest, type(error).__name__, error)
