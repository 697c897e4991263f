# Sizes, alignment and byte order of every format character.
import struct

for order in ("", "@", "=", "<", ">", "!"):
    for code in "xcbB?hHiIlLqQnNefdspPZ":
        try:
            size = struct.calcsize(order + code)
            print(order + code, size, struct.unpack(order + code, b"\x01\x80\xff\x7f\x05\x81\xfe\xc0"[:size]))
        except struct.error as error:
            print(order + code, error)
for text in ["3s", "0s", "0p", "2x", "3c", "bhi", "ihb", "@bq", "=bq", "3i2b", "b0i", "b0q", " b h ", "1", "b1", "2 b",
             "-1b", "99999999999999999999b", "9223372036854775807q", "b<", "<<", "<n", "xP", "c0l", "", "<", "\tb\n"]:
    try:
        print(repr(text), struct.calcsize(text), repr(struct.Struct(text).format))
    except Exception as error:
        print(repr(text), type(error).__name__, error)
