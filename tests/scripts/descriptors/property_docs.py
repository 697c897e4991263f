# A property's docstring is the one given, or its getter's; a subclass keeps it as an attribute of the instance.
class Documented(property):
    """The class's own."""


class Slotted(property):
    __slots__ = ()


class NoDoc:
    @property
    def __doc__(self):
        raise AttributeError


def f(self):
    "doc of f"


def g(self):
    "doc of g"


def bare(self):
    pass


for cls in (property, Documented, Slotted):
    for args in [(f,), (f, None, None, "given"), (bare,), (bare, None, None, "given"), (), (NoDoc(),)]:
        try:
            p = cls(*args)
            print(cls.__name__, p.__doc__, getattr(p, "__dict__", None))
            print("   ", p.getter(g).__doc__, p.setter(g).__doc__, p.deleter(g).__doc__, p.getter(g).getter(f).__doc__)
        except AttributeError as error:
            print(cls.__name__, error)

p = property(f)
p.__doc__ = "new"
print(p.__doc__, p.getter(g).__doc__)
del p.__doc__
print(p.__doc__)


class T(property):
    @property
    def __doc__(self):
        return "mine"


print(T(bare).__doc__, T(bare, None, None, "given").__doc__)
try:
    T(f)
except AttributeError as error:
    print(error)


class A:
    x = Documented(f)


print(A.x.__name__, A.x.getter(g).__name__)
for args in ((), (1,), (1, 2, 3)):
    try:
        property().__set_name__(*args)
    except TypeError as error:
        print(error)
print(property.__set_name__.__text_signature__)
