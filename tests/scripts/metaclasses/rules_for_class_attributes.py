# Descriptors of metaclasses, `object.__setattr__` on classes, whose `__dict__` it is, and `__classcell__`.
class Setter:
    def __init__(self, name):
        self.name = name

    def __set__(self, instance, value):
        instance.__dict__[self.name] = value


class Meta(type):
    pass


class X(metaclass=Meta):
    pass


X.a = 42
Meta.a = Setter("a")
print(X.a)  # without `__get__`, a data descriptor does not hide the class's own attribute
del Meta.a


class Around(type):
    def __setattr__(cls, name, value):
        object.__setattr__(cls, name, value)


class Mixin:
    pass


class Both(Mixin, Around):
    pass


for cls in (Around("A", (), {}), Both("B", (), {})):
    try:
        cls.x = 1
    except TypeError as error:
        print(error)
try:
    object.__delattr__(X, "a")
except TypeError as error:
    print(error)


class Base:
    pass


class Meta1(type, Base):
    pass


class Meta2(Base, type):
    pass


for meta in (Meta1, Meta2):
    cls = meta("C", (), {"x": 1})
    print(type(cls.__dict__).__name__, cls.__dict__["x"])
    for change in (lambda: setattr(cls, "__dict__", {}), lambda: delattr(cls, "__dict__"),
                   lambda: Base.__dict__["__dict__"].__set__(cls, {})):
        try:
            change()
            print("changed")
        except (AttributeError, TypeError) as error:
            print(type(error).__name__)


class CellMeta(type):
    def __new__(cls, name, bases, namespace, cell):
        namespace["__classcell__"] = cell
        return super().__new__(cls, name, bases, namespace)


for bad in (None, 0, "", object()):
    try:
        class A(metaclass=CellMeta, cell=bad):
            pass
    except TypeError as error:
        print(error)
