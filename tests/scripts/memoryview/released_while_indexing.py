# An index that releases the view: items fail, a slice was taken before.
def release():
    m.release()


class Index:
    def __index__(self):
        release()
        return 4


for use in (lambda: m[Index()], lambda: list(m[:Index()]), lambda: list(m[Index():8]),
            lambda: m.__setitem__(Index(), 42), lambda: m.__setitem__(slice(None, Index()), b"spam")):
    m = memoryview(bytearray(b"\xff" * 16))
    try:
        print(use())
    except ValueError as error:
        print(error)
