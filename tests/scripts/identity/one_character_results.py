# Which operations give the one object there is of a one-character string or one-byte bytes, and which make another.
import io
import json
import string

x, nothing, text = "x", "", "xyz"


class S(str):
    pass


class B(bytes):
    pass


def show(title, results):
    print(title)
    for name, make in results.items():
        made = make()
        single = chr(ord(made)) if isinstance(made, str) else bytes([made[0]])
        print("  ", name, made, made is single)


show("strings", {
    "join of one": lambda: nothing.join([x]),
    "join of two": lambda: nothing.join([x, nothing]),
    "join of a generator": lambda: nothing.join(c for c in (x, nothing)),
    "separator alone": lambda: x.join(["", ""]),
    "f-string of two": lambda: f"{x}{nothing}",
    "f-string of one": lambda: f"{x}",
    "format": lambda: "{}{}".format(x, nothing),
    "precision": lambda: f"{text:.1}",
    "added to nothing": lambda: nothing + x,
    "times one": lambda: x * len(x),
    "index": lambda: text[0],
    "slice": lambda: text[0:1],
    "slice with a step": lambda: text[0:2:2],
    "strip": lambda: " x ".strip(),
    "split": lambda: "x y".split()[0],
    "partition": lambda: "x,y".partition(",")[0],
    "replace": lambda: "xa".replace("a", ""),
    "replace of nothing": lambda: x.replace("a", "b"),
    "lower": lambda: x.lower(),
    "upper": lambda: x.upper(),
    "swapcase": lambda: x.swapcase(),
    "title": lambda: x.title(),
    "capitalize": lambda: x.capitalize(),
    "casefold": lambda: x.casefold(),
    "translate": lambda: "a".translate({97: "x"}),
    "ljust": lambda: x.ljust(1),
    "center": lambda: "".center(1, "x"),
    "rjust": lambda: "".rjust(1, "x"),
    "expandtabs": lambda: x.expandtabs(),
    "removeprefix": lambda: "ax".removeprefix("a"),
    "decode": lambda: b"x".decode(),
    "chr": lambda: chr(120),
    "StringIO": lambda: io.StringIO("x").read(),
    "json": lambda: json.loads('"x"'),
    "Template": lambda: string.Template("$a").substitute(a="x"),
    "iteration": lambda: next(iter("xy")),
    "str of an int": lambda: str(5),
    "format of an int": lambda: format(5, "d"),
})
show("strings of a subclass", {
    "str": lambda: str(S("x")),
    "f-string": lambda: f"{S('x')}",
    "plus nothing": lambda: S("x") + nothing,
    "slice": lambda: S("x")[:],
    "strip": lambda: S("x").strip(),
    "replace": lambda: S("x").replace("a", "b"),
    "join": lambda: nothing.join([S("x")]),
    "times one": lambda: S("x") * 1,
    "__getnewargs__": lambda: S("x").__getnewargs__()[0],
})
show("bytes", {
    "join": lambda: b"".join([b"x", b""]),
    "join of one": lambda: b"".join([b"x"]),
    "plus nothing": lambda: b"x" + b"",
    "slice": lambda: b"xyz"[:1],
    "slice with a step": lambda: b"xyz"[::3],
    "of ints": lambda: bytes([120]),
    "of a bytearray": lambda: bytes(bytearray(b"x")),
    "zero": lambda: bytes(1),
    "encode": lambda: "x".encode(),
    "replace": lambda: b"xa".replace(b"a", b""),
    "strip": lambda: b" x ".strip(),
    "split": lambda: b"x y".split()[0],
    "times one": lambda: b"x" * len(x),
    "BytesIO": lambda: io.BytesIO(b"x").read(),
    "fromhex": lambda: bytes.fromhex("78"),
    "lower": lambda: b"X".lower(),
    "translate": lambda: b"a".translate(bytes.maketrans(b"a", b"x")),
    "tobytes": lambda: memoryview(b"xyz")[:1].tobytes(),
    "to_bytes": lambda: (120).to_bytes(),
    "ljust": lambda: b"".ljust(1, b"x"),
    "of a subclass": lambda: bytes(B(b"x")),
    "__getnewargs__": lambda: B(b"x").__getnewargs__()[0],
    "bytearray.__reduce__": lambda: bytearray(b"x").__reduce_ex__(3)[1][0],
})

data = b"abc"
none = bytearray()
print([(data + b"") is data, (b"" + data) is data, (data + none) is data, data * 1 is data, data.translate(None) is data])
print([data.partition(b"z")[0] is data, data.rpartition(b"z")[2] is data, data.split(b"z")[0] is data])
print([data.splitlines()[0] is data, data.split()[0] is data, data.rsplit()[0] is data, b"".join([data]) is data])
none = bytes()
print([text.expandtabs() is text, text.split("q")[0] is text, data * 0 is none, none * 3 is none])
