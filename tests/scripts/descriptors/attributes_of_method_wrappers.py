# A staticmethod or classmethod has a `__dict__`, with the names of the function it wraps.
def f(a: int):
    "doc"


for cls in (staticmethod, classmethod):
    m = cls(f)
    print(m.__dict__, m.__wrapped__ is f, m.__annotations__)
    m.x = 42
    print(m.x, list(m.__dict__))
    del m.x
    print(hasattr(m, "x"))
    f.__doc__ = "changed"
    print(m.__doc__)
    f.__doc__ = "doc"
    print(list(cls(len).__dict__), cls(3).__dict__ == {"__doc__": int.__doc__})
    try:
        m.__dict__ = {}
        print("set")
    except AttributeError as error:
        print(error)


class S(staticmethod):
    pass


print(S(f).__dict__, S(f).__name__)


class C:
    @staticmethod
    def s():
        return "static"

    s.tag = 1


print(C.__dict__["s"].tag, C.s(), C().s())
