# Read-only views of bytes hash as the bytes do.
r = memoryview(b"hello world!")
print(hash(r) == hash(b"hello world!"), hash(r[::2]) == hash(b"hlowrd"), {r: 1}[b"hello world!"])
for view in (memoryview(bytearray(b"a")), r.cast("i"), memoryview(bytearray(b"a")).toreadonly()):
    try:
        print(hash(view))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(memoryview(b"").tolist(), memoryview(b"") == b"", len(memoryview(b"")), memoryview(b"a").toreadonly().readonly)
