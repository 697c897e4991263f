"""What is asked of classes and namespaces: members, attributes without running code, documentation."""

import types
from collections import namedtuple
from inspect import isclass, isdatadescriptor, isfunction, ismethod, ismethoddescriptor, ismodule, isroutine, unwrap

__name__ = 'inspect'

Attribute = namedtuple('Attribute', 'name kind defining_class object')
ClosureVars = namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def getmro(cls):
    """The classes that attributes are looked up in."""
    return cls.__mro__


def _members(object, predicate, getter):
    mro = ()
    names = dir(object)
    if isclass(object):
        mro = getmro(object)
        # Properties of metaclasses that stand in for attributes of the class.
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    results = []
    seen = set()
    for key in names:
        try:
            value = getter(object, key)
            if key in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                # Something that __dir__ promises but isn't there.
                continue
        if not predicate or predicate(value):
            results.append((key, value))
        seen.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """All members as (name, value), sorted by name."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """The same without running descriptors and the like."""
    return _members(object, predicate, getattr_static)


def classify_class_attrs(cls):
    """What each attribute of a class is, and which class defines it."""
    mro = getmro(cls)
    metamro = tuple(base for base in getmro(type(cls)) if base not in (type, object))
    class_bases = (cls, *mro)
    all_bases = class_bases + metamro
    names = dir(cls)
    for base in mro:
        for name, value in base.__dict__.items():
            if isinstance(value, types.DynamicClassAttribute) and value.fget is not None:
                names.append(name)
    result = []
    processed = set()
    for name in names:
        home = found = dict_value = None
        if name not in processed:
            try:
                if name == '__dict__':
                    raise Exception("__dict__ is special, don't want the proxy")
                found = getattr(cls, name)
            except Exception:
                pass
            else:
                home = getattr(found, '__objclass__', home)
                if home not in class_bases:
                    home = None
                    last = None
                    for base in class_bases:
                        if getattr(base, name, None) is found:
                            last = base
                    for base in metamro:
                        try:
                            value = base.__getattr__(cls, name)
                        except AttributeError:
                            continue
                        if value is found:
                            last = base
                    home = last if last is not None else home
        for base in all_bases:
            if name in base.__dict__:
                dict_value = base.__dict__[name]
                if home not in metamro:
                    home = base
                break
        if home is None:
            continue
        obj = found if found is not None else dict_value
        if isinstance(dict_value, (staticmethod, types.BuiltinMethodType)):
            kind, obj = 'static method', dict_value
        elif isinstance(dict_value, (classmethod, types.ClassMethodDescriptorType)):
            kind, obj = 'class method', dict_value
        elif isinstance(dict_value, property):
            kind, obj = 'property', dict_value
        else:
            kind = 'method' if isroutine(obj) else 'data'
        result.append(Attribute(name, kind, home, obj))
        processed.add(name)
    return result


def getclasstree(classes, unique=False):
    """A tree of the classes as nested lists."""
    children = {}
    roots = []
    for c in classes:
        if c.__bases__:
            for parent in c.__bases__:
                below = children.setdefault(parent, [])
                if c not in below:
                    below.append(c)
                if unique and parent in classes:
                    break
        elif c not in roots:
            roots.append(c)
    for parent in children:
        if parent not in classes:
            roots.append(parent)
    return walktree(roots, children, None)


def walktree(classes, children, parent):
    """The nested lists of getclasstree."""
    results = []
    for c in sorted(classes, key=lambda c: (c.__module__, c.__name__)):
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


def getclosurevars(func):
    """What the names a function uses stand for."""
    import builtins
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f'{func!r} is not a Python function')
    code = func.__code__
    if func.__closure__ is None:
        nonlocals = {}
    else:
        nonlocals = {var: cell.cell_contents for var, cell in zip(code.co_freevars, func.__closure__)}
    global_ns = func.__globals__
    builtin_ns = global_ns.get('__builtins__', builtins.__dict__)
    if ismodule(builtin_ns):
        builtin_ns = builtin_ns.__dict__
    found_globals, found_builtins, unbound = {}, {}, set()
    for name in code.co_names:
        if name in ('None', 'True', 'False'):
            continue
        if name in global_ns:
            found_globals[name] = global_ns[name]
        elif name in builtin_ns:
            found_builtins[name] = builtin_ns[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found_globals, found_builtins, unbound)


# ---- attributes without running code

_sentinel = object()
_getattr_type_mro = type.__dict__['__mro__'].__get__
_type_dict = type.__dict__['__dict__'].__get__


def _shadowed_dict(klass):
    """What the class has in place of the ordinary __dict__ descriptor, if it does."""
    for entry in _getattr_type_mro(klass):
        own = _type_dict(entry)
        if '__dict__' in own:
            found = own['__dict__']
            if not (type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__'
                    and found.__objclass__ is entry):
                return found
    return _sentinel


def _check_class(klass, attr):
    for entry in _getattr_type_mro(klass):
        if _shadowed_dict(type(entry)) is _sentinel and attr in _type_dict(entry):
            return _type_dict(entry)[attr]
    return _sentinel


def getattr_static(obj, attr, default=_sentinel):
    """An attribute as it lies in namespaces: no descriptor, __getattr__ or __getattribute__ runs."""
    in_instance = _sentinel
    tp = type(obj)
    is_type = issubclass(tp, type)
    if not is_type:
        klass = tp
        shadowed = _shadowed_dict(klass)
        if shadowed is _sentinel or type(shadowed) is types.MemberDescriptorType:
            try:
                in_instance = object.__getattribute__(obj, '__dict__').get(attr, _sentinel)
            except AttributeError:
                pass
    else:
        klass = obj
    in_class = _check_class(klass, attr)
    if in_instance is not _sentinel and in_class is not _sentinel:
        descriptor = type(in_class)
        if (_check_class(descriptor, '__get__') is not _sentinel
                and (_check_class(descriptor, '__set__') is not _sentinel
                     or _check_class(descriptor, '__delete__') is not _sentinel)):
            return in_class
    if in_instance is not _sentinel:
        return in_instance
    if in_class is not _sentinel:
        return in_class
    if is_type:
        for entry in _getattr_type_mro(tp):
            if _shadowed_dict(type(entry)) is _sentinel and attr in _type_dict(entry):
                return _type_dict(entry)[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


# ---- documentation


def _finddoc(obj):
    """The documentation that an attribute of a class inherits."""
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                try:
                    doc = base.__dict__.get('__doc__')
                except AttributeError:
                    continue
                if doc is not None:
                    return doc
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        self = obj.__self__
        cls = self if isclass(self) and getattr(getattr(self, name, None), '__func__') is obj.__func__ else type(self)
    elif isfunction(obj):
        name = obj.__name__
        cls = _findclass(obj)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif isinstance(obj, types.BuiltinFunctionType):
        name = obj.__name__
        self = obj.__self__
        cls = self if isclass(self) and self.__qualname__ + '.' + name == obj.__qualname__ else type(self)
    elif isinstance(obj, property):
        name = obj.__name__
        cls = _findclass(obj.fget)
        if cls is None or getattr(cls, name) is not obj:
            return None
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        name = obj.__name__
        cls = obj.__objclass__
        if getattr(cls, name) is not obj:
            return None
    else:
        return None
    for base in cls.__mro__:
        try:
            doc = _getowndoc(getattr(base, name))
        except AttributeError:
            continue
        if doc is not None:
            return doc
    return None


def _findclass(func):
    import sys
    cls = sys.modules.get(func.__module__)
    if cls is None:
        return None
    for name in func.__qualname__.split('.')[:-1]:
        cls = getattr(cls, name)
    return cls if isclass(cls) else None


def _getowndoc(obj):
    """The documentation that is the object's own rather than its class's."""
    try:
        doc = object.__getattribute__(obj, '__doc__')
        if doc is not None and obj is not type:
            of_class = type(obj).__doc__
            if isinstance(of_class, str) and of_class == doc:
                return None
        return doc
    except AttributeError:
        return None


def getdoc(object):
    """The documentation of an object, its own or inherited, without indentation."""
    from inspect import cleandoc
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _finddoc(object)
        except (AttributeError, TypeError):
            return None
    if not isinstance(doc, str):
        return None
    return cleandoc(doc)
