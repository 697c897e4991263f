# What subclasses of built-in classes hand to a pickle: copies of their contents, and what their methods say.
import pickle


class Bytes(bytes):
    pass


class Str(str):
    pass


class Tuple(tuple):
    pass


class ByteArray(bytearray):
    def __getstate__(self):
        return ["state"]

    def __setstate__(self, state):
        self.state = state


class Set(set):
    def __iter__(self):
        return iter(["from", "iter"])


class FrozenSet(frozenset):
    def __iter__(self):
        return iter(())


for protocol in 0, 2, 3, 5:
    data, text, items = Bytes(b"data"), Str("text"), Tuple([1])
    print(pickle.dumps([data, data, text, text, items, items], protocol))
    print(pickle.dumps([bytes(data), data, str(text), text, tuple(items), items], protocol))
    print(pickle.dumps(ByteArray(b"xy"), protocol), pickle.loads(pickle.dumps(ByteArray(b"xy"), protocol)).state)
    print(pickle.dumps([bytearray(b"q"), bytearray(b"q"), b"q"], protocol))
    print(pickle.dumps(Set([1]), protocol), pickle.dumps(FrozenSet([1]), protocol))
pair = (1, 2)
print(pair.__getnewargs__()[0] is pair, Tuple([1]).__getnewargs__())
loaded = pickle.loads(pickle.dumps([b"a", bytes([97])], 4))
print(loaded[0] is bytes([97]), pickle.dumps([loaded[0], b"a"]))


class Slots:
    __slots__ = ("x", "__private")


class More(Slots):
    __slots__ = ()


a, b, c = Slots(), Slots(), More()
for one in a, b, c:
    one.x = one._Slots__private = 1
print(pickle.dumps([a, b, c, "x", "_Slots__private"]))
