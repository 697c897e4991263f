# `super` can be subclassed.
class mysuper(super):
    def extra(self):
        return "extra"


class A:
    def f(self):
        return "A.f"

    @classmethod
    def c(cls):
        return cls.__name__


class B(A):
    def f(self):
        return "B.f"

    def method(self):
        return mysuper(B, self)


s = B().method()
print(type(s).__name__, s.__class__.__name__, isinstance(s, super))
print(s.f(), s.c(), s.__thisclass__.__name__, s.__self_class__.__name__)
s.note = 1
print(s.note, s.__dict__)
try:
    s.missing
except AttributeError as error:
    print(error)
print(super(B, B()).__class__.__name__, getattr(super(B, B()), "f")())
