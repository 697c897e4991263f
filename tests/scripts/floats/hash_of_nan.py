# What is not a number hashes by identity, like any object that is equal to nothing else.
class F(float):
    pass


class H:
    def __hash__(self):
        return 42


class FH(float, H):
    pass


n = float("nan")
for value in (n, F("nan"), FH("nan")):
    print(hash(value) == object.__hash__(value), hash(value) == hash(value), {value: 1}[value], value in [value])
print(hash(F(2.5)) == hash(2.5), hash(F("inf")))
for value in (F, ..., object(), type):
    print(hash(value) == object.__hash__(value))
