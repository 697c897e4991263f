# StringIO and BytesIO have a __dict__, and pickle their content, line ends, position and attributes.
import copy
import gc
import io
import pickle
import weakref

for newline in None, "", "\n", "\r", "\r\n":
    file = io.StringIO("a\nb\r\nc\rd", newline=newline)
    file.read(3)
    print(file.__getstate__())
    again = pickle.loads(pickle.dumps(file))
    print(repr(again.getvalue()), again.tell(), repr(again.read()), again.write("\n"), repr(again.getvalue()))


def attempt(function, *arguments):
    try:
        print(function(*arguments), end=" ")
    except Exception as error:
        print(type(error).__name__, error, end=" ")


for kind, states in {
    io.StringIO: [
        ("a", "\n", 0), 5, ("a", "\n", 0, None), (b"a", "\n", 0, None), ("a", 5, 0, None), ("a", "x", 0, None),
        ("a", "\n", "0", None), ("a", "\n", -1, None), ("a", "\n", 2**70, None), ("a", "\n", 5, {}),
        ("a", "\n", 0, 3), (None, "\n", 0, None), ["a", "\n", 0, None], ("a\r\n", "\n", 1, {"k": 2}),
        ("a\n\r\n", None, 1, None),
    ],
    io.BytesIO: [
        (b"a", 0), 5, (b"a", 0, None), ("a", 0, None), (b"a", "0", None), (b"a", -1, None), (b"a", 5, {}),
        (b"a", 0, 3), (bytearray(b"x"), True, None), (b"a", 0, {"k": 2}),
    ],
}.items():  # fmt: skip
    for state in states:
        file = kind()
        attempt(file.__setstate__, state)
        print(repr(file.getvalue()), file.tell(), file.__dict__)


class Text(io.StringIO):
    pass


class Data(io.BytesIO):
    pass


for kind in io.StringIO, io.BytesIO, Text, Data:
    file = kind()
    print(file.__getstate__())
    file.x = [1]
    state = file.__getstate__()
    print(state, state[-1] is file.__dict__, vars(file) is file.__dict__, hasattr(file, "y"))
    again = pickle.loads(pickle.dumps(file))
    print(again.__dict__, copy.copy(file).x is file.x, copy.deepcopy(file).x is file.x)
    del file.x
    attempt(delattr, file, "x")
    attempt(getattr, file, "zz")
    attempt(setattr, file, "closed", 5)
    file.read = 5
    print(file.read, sorted(file.__dict__))
    file.close()
    attempt(file.__getstate__)
    attempt(file.__setstate__, state)
    print()
for kind in io.StringIO, io.BytesIO:
    file, attributes = kind(), {"k": 1}
    file.__setstate__((*kind().__getstate__()[:-1], attributes))
    print(file.__dict__ is attributes, file.k)
    attempt(setattr, file, "__dict__", {})
    attempt(delattr, file, "__dict__")
    file.me = file
    reference = weakref.ref(file)
    del file, attributes
    gc.collect()
    print(reference())
