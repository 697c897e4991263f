# Any object with write() takes a pickle; any with read() and readline() gives one.
import io
import pickle


class Sink:
    def __init__(self):
        self.chunks = []

    def write(self, data):
        self.chunks.append(bytes(data))


sink = Sink()
pickle.dump(['some', {'data': 1}], sink)
print(sink.chunks)

sink = Sink()
pickle.dump([b'x' * 70000, 'y' * 70000], sink, 4)
print([len(chunk) for chunk in sink.chunks], [chunk[:12] for chunk in sink.chunks])

sink = Sink()
pickle.dump(['a' * 40000, 'b' * 40000, 'c'], sink, 4)
print([len(chunk) for chunk in sink.chunks])


class Source:
    def __init__(self, data):
        self.file = io.BytesIO(data)

    def read(self, n):
        return self.file.read(n)

    def readline(self):
        return self.file.readline()


print(pickle.load(Source(pickle.dumps([1, 2, {'three': 3}]))))
print(pickle.load(Source(pickle.dumps([1, 2, {'three': 3}], 0))))

for wrong in object(), Sink():
    try:
        pickle.load(wrong)
    except TypeError as error:
        print(error)
try:
    pickle.dump(1, object())
except TypeError as error:
    print(error)
