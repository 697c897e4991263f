# getmembers, getattr_static, getmro, classify_class_attrs.
import inspect


class Base:
    """Base doc."""
    x = 1
    def method(self):
        """Method doc."""


class Derived(Base):
    y = 2
    def method(self): pass
    @property
    def prop(self):
        raise ValueError
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    def __getattr__(self, name):
        return 'dynamic'


d = Derived()
d.z = 3
print([pair for pair in inspect.getmembers(Base) if not pair[0].startswith('__')][1:])
print([name for name, _ in inspect.getmembers(Derived, inspect.isfunction)])
print([(n, type(v).__name__) for n, v in inspect.getmembers_static(d) if not n.startswith('__')])
print(inspect.getmro(Derived))
for attr in ('x', 'y', 'z', 'prop', 'cm', 'sm', 'method'):
    print(attr, type(inspect.getattr_static(d, attr)).__name__)
try:
    inspect.getattr_static(d, 'missing')
except AttributeError as e:
    print(e)
print(inspect.getattr_static(d, 'missing', 'default'))
print([(a.name, a.kind, a.defining_class.__name__) for a in inspect.classify_class_attrs(Derived) if not a.name.startswith('__')])
print(inspect.getdoc(Base), inspect.getdoc(Derived), inspect.getdoc(Derived.method), inspect.getdoc(d.method), inspect.getdoc(5)[:10])
print(repr(inspect.cleandoc('First\n      second\n        third\n\n')))
print(inspect.getclasstree([Base, Derived, int]))


def outer(free):
    def inner():
        return free, len, undefined_name
    return inner


print(inspect.getclosurevars(outer(5)))
def wrapped(): pass
wrapped.__wrapped__ = outer
print(inspect.unwrap(wrapped) is outer)
outer.__wrapped__ = wrapped
try:
    inspect.unwrap(wrapped)
except ValueError as e:
    print(str(e).split(' at ')[0])
