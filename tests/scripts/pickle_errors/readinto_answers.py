# What `readinto` answers has to be the number of bytes it read, an int.
import io
import pickle


class File:
    def __init__(self, content, answer):
        self.inside = io.BytesIO(content)
        self.read = self.inside.read
        self.answer = answer

    def readline(self):
        return self.inside.readline()

    def readinto(self, buffer):
        got = self.inside.readinto(buffer)
        return got if self.answer is Ellipsis else self.answer


class Index:
    def __index__(self):
        return 1


class Int(int):
    pass


for answer in ..., None, 'text', 1.0, Index(), Int(1), True, 0, 1, 2, -1, 10**30, -10**30:
    shown = 'an index' if isinstance(answer, Index) else answer
    try:
        print(shown, pickle.load(File(b'C\x01x.', answer)))
    except Exception as error:
        print(shown, type(error).__name__, error)
