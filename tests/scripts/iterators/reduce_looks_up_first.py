# An iterator's `__reduce__` looks `iter` up in the builtins before it looks at itself; calls that exhaust their iterator.
import builtins

real_iter, real_reversed = iter, reversed


class Name:
    def __init__(self, name, iterator):
        self.name, self.iterator = name, iterator

    def __hash__(self):
        return hash(self.name)

    def __eq__(self, other):
        list(self.iterator)
        return other == self.name


def reduced(name, it):
    function = vars(builtins).pop(name)
    key = Name(name, it)
    try:
        vars(builtins)[key] = function
        return it.__reduce__()
    finally:
        key.iterator = ()
        vars(builtins).pop(name)
        vars(builtins)[name] = function


for things in ("xyz", [1, 2, 3], (1, 2), b"ab", bytearray(b"ab"), tuple[int]):
    print(reduced("iter", iter(things)))
print(reduced("iter", iter(lambda: 0, 0)))
print(reduced("reversed", reversed([1, 2, 3])))


def produce():
    if not produce.called:
        produce.called = True
        list(produce.iterator)
        return "more"
    return "no more"


produce.called = False
produce.iterator = iter(produce, "no more")
print(next(produce.iterator, "exhausted"))
