# Decoders keep the beginning of a character until the rest comes; writers write one mark.
import codecs
import io

decoder = codecs.getincrementaldecoder("utf-8")("replace")
for piece in (b"a\xe2", b"\x82", b"\xac\xff", b"\xc3"):
    print(repr(decoder.decode(piece)), decoder.getstate())
print(repr(decoder.decode(b"", True)))
strict = codecs.getincrementaldecoder("utf-8")()
print(repr(strict.decode(b"\xc3")))
try:
    strict.decode(b"", True)
except UnicodeDecodeError as error:
    print(error)
writer = codecs.getwriter("utf-16")(io.BytesIO())
writer.write("a")
writer.write("b")
print(writer.stream.getvalue())
with codecs.open("notes.txt", "w", "utf-8") as f:
    f.write("héllo\n")
    f.writelines(["a\n", "b"])
with codecs.open("notes.txt", encoding="utf-8") as f:
    print(f.readline(), list(f), f.encoding)
print(open("notes.txt", "rb").read())
