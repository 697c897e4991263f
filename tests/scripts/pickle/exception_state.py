# An exception pickles its __dict__ once there is one, be it empty; loading keeps the tuple of its arguments.
import functools
import pickle

for error in ValueError(1), OSError(2, "no"), ImportError("i"), AttributeError("a"), ExceptionGroup("g", [KeyError()]):
    print(error.__reduce__()[2:], end=" ")
    print(error.__dict__, error.__reduce__()[2:])
error = KeyError("k")
vars(error)
print(pickle.dumps(error, 0))

call = functools.partial(print)
print(call.__reduce__()[2][3], call.__dict__, call.__reduce__()[2][3])

stream = b"(cbuiltins\nValueError\n(I1\nI2\ntp1\nRg1\nt."
error, arguments = pickle.loads(stream)
print(error.args is arguments, pickle.dumps([error, arguments]))


class Initialised(Exception):
    def __init__(self, *arguments):
        pass


stream = b"(lp0\nc__main__\nInitialised\n(I1\nI2\ntp1\nRag1\na."
error, arguments = pickle.loads(stream)
print(error.args is arguments)
stream = b"(lp0\ncbuiltins\nOSError\n(I1\nI2\ntp1\nRag1\na."
error, arguments = pickle.loads(stream)
print(repr(error), error.args is arguments)
error = OSError(1)
print(error.__reduce__()[1] is error.args, OSError(2, "a").__reduce__(), OSError(2, "a", "file").__reduce__())
print(repr(OSError(True, "x")), repr(OSError(2.0, "x")))
