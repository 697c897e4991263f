# What grows a container asks an iterable's class for its length too, and passes on what goes wrong there.
class BadLen:
    def __iter__(self):
        return iter("123")

    def __len__(self):
        raise RuntimeError("len")


class BadHint:
    def __iter__(self):
        return iter((1, 2, 3))

    def __length_hint__(self):
        raise RuntimeError("hint")


class Negative(BadHint):
    def __length_hint__(self):
        return -1


class Shy(BadHint):
    def __length_hint__(self):
        raise TypeError("not now")

    def __len__(self):
        raise TypeError("nor now")


class Order:
    def __iter__(self):
        print("iter", end=" ")
        return iter(())

    def __len__(self):
        print("len", end=" ")
        return 3


def assign(iterable):
    target = [0]
    target[0:0] = iterable
    return target


uses = {
    "list": list, "tuple": tuple, "set": lambda x: sorted(set(x)), "extend": lambda x: [].extend(x), "+=": lambda x: [].__iadd__(x),
    "bytearray": bytearray, "bytes": bytes, "bytearray.extend": lambda x: bytearray().extend(x), "[*x]": lambda x: [*x],
    "(*x,)": lambda x: (*x,), "f(*x)": lambda x: max(0, *x), "sorted": sorted, "join": lambda x: "".join(map(str, x)),
    "[:]": assign, "fromkeys": dict.fromkeys,
}
for name, use in uses.items():
    for cls in (BadLen, BadHint, Negative, Shy, Order):
        try:
            print(name, cls.__name__, use(cls()))
        except Exception as error:
            print(name, cls.__name__, type(error).__name__, error)
try:
    print("-".join(BadLen()))
except RuntimeError as error:
    print(error)
