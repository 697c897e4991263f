# A file is what it has as `read` and `readline`, whatever else it is; several pickles follow one another.
import io
import pickle


class Minimal:
    def __init__(self, content):
        inside = io.BytesIO(content)
        self.read = inside.read
        self.readline = inside.readline
        self.tell = inside.tell


class Noisy(Minimal):
    def readline(self):
        raise NotImplementedError


class Shouting(io.BytesIO):
    lines = 0

    def readline(self):
        self.lines += 1
        return super().readline().upper()


data = [list(range(300)), {'a': b'x' * 3000}, 'b']
for protocol in range(6):
    once = pickle.dumps(data, protocol)
    file = Minimal(once * 3)
    unpickler = pickle.Unpickler(file)
    for _ in range(3):
        print(protocol, unpickler.load() == data, end=' ')
    try:
        unpickler.load()
    except EOFError as error:
        print(error)
    file = Minimal(once * 2)
    print(pickle.load(file) == data, file.tell() == len(once), pickle.load(file) == data)


class Other:
    def __init__(self, reading, lines):
        self.read = io.BytesIO(reading).read
        self.readline = io.BytesIO(lines).readline


print(pickle.load(Other(b'(II.', b'1\n2\n')))
shouting = Shouting(b'(Va\nVb\nl.')
print(pickle.load(shouting), shouting.lines)
