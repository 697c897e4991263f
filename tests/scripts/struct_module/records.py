# A table of records packed one after the other, changed in place, and read again.
import struct

record = struct.Struct("<10sHf")
print(record.size, record.format, record)
table = bytearray(record.size * 3)
for i, (name, count, price) in enumerate([(b"apple", 3, 0.25), (b"pear", 5, 0.5), (b"cherry", 100, 0.125)]):
    record.pack_into(table, i * record.size, name, count, price)
print(bytes(table))
for name, count, price in record.iter_unpack(table):
    print(name.rstrip(b"\0").decode(), count, price)
print(record.unpack_from(table, record.size))
print(record.unpack_from(table, -record.size)[0])
rows = struct.iter_unpack(">H", b"\0\1\0\2\0\3")
print(type(rows).__name__, rows.__length_hint__(), next(rows), rows.__length_hint__(), list(rows), rows.__length_hint__())


class Named(struct.Struct):
    def __init__(self, name, format):
        super().__init__(format)
        self.name = name


n = Named("point", "2d")
print(n.name, n.size, n.unpack(n.pack(1, 2)), isinstance(n, struct.Struct), n)
print(struct.pack("5p", b"abcdefg"), struct.unpack("5p", b"\x03abcd"), struct.pack("e", 0.1), struct.unpack("<e", b"\0|"))
