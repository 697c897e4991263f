# super() as an object: explicit arguments, attributes, errors.
class A:
    x = 'A.x'

    def method(self):
        return 'A.method', type(self).__name__

    @classmethod
    def cm(cls):
        return 'A.cm', cls.__name__

    @property
    def prop(self):
        return 'A.prop'


class B(A):
    x = 'B.x'

    def method(self):
        return 'B.method'

    @property
    def prop(self):
        return 'B over ' + super().prop

    def both(self):
        return super().x, super().method(), super().cm()

    @classmethod
    def cm(cls):
        return 'B over', super().cm()


b = B()
print(b.both(), b.prop, B.cm())
s = super(B, b)
print(s.method(), s.x, s.__thisclass__, s.__self_class__, s.__self__ is b)
print(super(B, B).method(b), super(B, B).cm())
print(type(s).__name__, repr(s).startswith("<super: <class 'B'>, <"), super(B))
print(super(B).__get__(b).x)


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: super(B, 5))
attempt(lambda: super(5, b))
attempt(lambda: super(A, b).method())
attempt(lambda: s.nope)
attempt(lambda: super())
attempt(super)


class C(B):
    def wrong(self):
        del self
        return super()

    def nested(self):
        def inner():
            return super().x

        return inner()


attempt(C().wrong)
attempt(C().nested)
attempt(lambda: [super(C, c).x for c in [C()]])
