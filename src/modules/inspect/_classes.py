"""What is asked of classes and namespaces: their members, where these come from, and the tree of classes."""

import types
from collections import namedtuple
from inspect import getattr_static, isclass, isfunction, ismethod, ismodule, isroutine
from operator import attrgetter, itemgetter

__name__ = 'inspect'

Attribute = namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')

_absent = object()


def getmro(cls):
    """The classes that attributes are looked up in."""
    return cls.__mro__


def _first_with(classes, name):
    """The first of the classes whose own namespace has a name, or None."""
    return next((cls for cls in classes if name in cls.__dict__), None)


def _enum_like(classes):
    """The names and values of properties that classes made by a metaclass have beside attributes of that name."""
    items = (item for cls in classes for item in cls.__dict__.items())
    return [(name, value) for name, value in items if isinstance(value, types.DynamicClassAttribute)]


# ---- members


def _members(object, predicate, getter):
    names = dir(object)
    mro = ()
    if isclass(object):
        mro = getmro(object)
        names += [name for name, _ in _enum_like(object.__bases__)]
    found = {}
    members = []
    for name in names:
        value = _absent
        try:
            value = getter(object, name)
        except AttributeError:
            # Promised by __dir__, and perhaps in a namespace all the same.
            pass
        if value is _absent or name in found:
            owner = _first_with(mro, name)
            if owner is None:
                continue
            value = owner.__dict__[name]
        found[name] = value
        if not predicate or predicate(value):
            members.append((name, value))
    return sorted(members, key=itemgetter(0))


def getmembers(object, predicate=None):
    """All members as (name, value), sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running descriptors and the like."""
    return _members(object, predicate, getattr_static)


# ---- attributes and the classes that define them


class _Classifier:
    """Tells of a class's attributes where they are defined and what they are."""

    def __init__(self, cls):
        self.cls = cls
        self.mro = (cls, *getmro(cls))
        self.metaclasses = tuple(base for base in getmro(type(cls)) if base not in (type, object))

    def names(self):
        """The names of attributes; twice those that a property of a metaclass hides."""
        hidden = _enum_like(getmro(self.cls))
        return dir(self.cls) + [name for name, value in hidden if value.fget is not None]

    def answers(self, name):
        """What attribute lookup answers for a name, asked of the classes and of the metaclasses."""
        for cls in self.mro:
            yield cls, getattr(cls, name, None)
        for metaclass in self.metaclasses:
            try:
                yield metaclass, metaclass.__getattr__(self.cls, name)
            except AttributeError:
                pass

    def look_up(self, name):
        """The value of an attribute and the class it comes from, each None if that can't be told."""
        if name == '__dict__':
            # The proxy that lookup answers is none of the class's.
            return None, None
        try:
            value = getattr(self.cls, name)
        except Exception:
            return None, None
        owner = getattr(value, '__objclass__', None)
        if owner not in self.mro:
            owner = None
            for cls, answer in self.answers(name):
                if answer is value:
                    owner = cls
        return value, owner

    def attribute(self, name, value, owner):
        """The Attribute, or None if nothing defines it."""
        holder = _first_with(self.mro + self.metaclasses, name)
        raw = None if holder is None else holder.__dict__[name]
        if holder is not None and owner not in self.metaclasses:
            owner = holder
        if owner is None:
            return None
        for kind, types_of_kind in _WRAPPED:
            if isinstance(raw, types_of_kind):
                return Attribute(name, kind, owner, raw)
        value = raw if value is None else value
        return Attribute(name, 'method' if isroutine(value) else 'data', owner, value)


_WRAPPED = [
    ('static method', (staticmethod, types.BuiltinMethodType)),
    ('class method', (classmethod, types.ClassMethodDescriptorType)),
    ('property', property),
]


def classify_class_attrs(cls):
    """What each attribute of a class is, and which class defines it."""
    classifier = _Classifier(cls)
    attributes = {}
    result = []
    for name in classifier.names():
        value, owner = (None, None) if name in attributes else classifier.look_up(name)
        attribute = classifier.attribute(name, value, owner)
        if attribute is not None:
            attributes[name] = attribute
            result.append(attribute)
    return result


# ---- the tree of classes


def _shown_under(cls, classes, unique):
    """The bases that a class is shown under."""
    for base in cls.__bases__:
        yield base
        if unique and base in classes:
            return


def getclasstree(classes, unique=False):
    """A tree of the classes as nested lists."""
    tops, below = {}, {}
    for cls in classes:
        if not cls.__bases__:
            tops[cls] = None
        for base in _shown_under(cls, classes, unique):
            below.setdefault(base, {})[cls] = None
    tops.update((base, None) for base in below if base not in classes)
    return walktree(tops, below, None)


def walktree(classes, children, parent):
    """The nested lists of getclasstree."""
    tree = []
    for cls in sorted(classes, key=attrgetter('__module__', '__name__')):
        tree.append((cls, cls.__bases__))
        if cls in children:
            tree.append(walktree(children[cls], children, cls))
    return tree


# ---- the names a function uses


def getclosurevars(func):
    """What the names a function uses stand for."""
    import builtins
    function = func.__func__ if ismethod(func) else func
    if not isfunction(function):
        raise TypeError(f'{function!r} is not a Python function')
    code = function.__code__
    cells = zip(code.co_freevars, function.__closure__ or ())
    found = ClosureVars({name: cell.cell_contents for name, cell in cells}, {}, {}, set())
    globals = function.__globals__
    natives = globals.get('__builtins__', builtins)
    if ismodule(natives):
        natives = vars(natives)
    for name in code.co_names:
        if name in globals:
            found.globals[name] = globals[name]
        elif name in natives:
            found.builtins[name] = natives[name]
        else:
            found.unbound.add(name)
    return found
