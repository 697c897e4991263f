# Frames of protocol 4 and 5: headers, small pickles without one, big payloads outside.
import pickle

print(pickle.dumps(1, 4), pickle.dumps(256, 4), pickle.dumps(65536, 4))
print(pickle.dumps((), 5), pickle.dumps((1, 2, 3), 5))

data = pickle.dumps(list(range(40000)), 4)
position, frames = 2, []
while position < len(data) and data[position : position + 1] == b'\x95':
    size = int.from_bytes(data[position + 1 : position + 9], 'little')
    frames.append(size)
    position += 9 + size
print(frames, len(data))

data = pickle.dumps(['small', b'z' * 65536, 'small again'], 4)
print(len(data), data[:30])
print(data[-30:])
data = pickle.dumps(['small', b'z' * 65535, 'small again'], 4)
print(len(data), data[:30])
print(data[-30:])
print(pickle.loads(data)[0::2])
