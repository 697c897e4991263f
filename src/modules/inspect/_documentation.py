"""The documentation of an object, its own or inherited."""

import types
from inspect import isclass, isdatadescriptor, isfunction, ismethod, ismethoddescriptor

__name__ = 'inspect'


def _class_around(function):
    """The class that the qualified name of a function says it was defined in, or None."""
    import sys
    place = sys.modules.get(function.__module__)
    *path, _ = function.__qualname__.split('.')
    if place is None:
        return None
    for name in path:
        place = getattr(place, name)
    return place if isclass(place) else None


def _class_of_bound(method, is_defined_there):
    """The class in which a bound method was looked up."""
    owner = method.__self__
    return owner if isclass(owner) and is_defined_there(owner) else type(owner)


def _definition(obj):
    """The class that an attribute is defined in and its name there; None where that doesn't lead back to it."""
    if ismethod(obj):
        name = obj.__func__.__name__
        return _class_of_bound(obj, lambda cls: getattr(cls, name, None).__func__ is obj.__func__), name
    if isinstance(obj, types.BuiltinFunctionType):
        name = obj.__name__
        return _class_of_bound(obj, lambda cls: f'{cls.__qualname__}.{name}' == obj.__qualname__), name
    if isfunction(obj):
        owner = _class_around(obj)
    elif isinstance(obj, property):
        owner = _class_around(obj.fget)
    elif ismethoddescriptor(obj) or isdatadescriptor(obj):
        owner = obj.__objclass__
    else:
        return None
    name = obj.__name__
    return (owner, name) if owner is not None and getattr(owner, name) is obj else None


def _own(obj):
    """The documentation that is the object's rather than its class's, or None."""
    doc = object.__getattribute__(obj, '__doc__')
    of_class = type(obj).__doc__
    if obj is not type and isinstance(of_class, str) and of_class == doc:
        return None
    return doc


def _candidates(obj):
    """What may document an object that has no documentation itself, the nearest first."""
    if isclass(obj):
        for cls in obj.__mro__:
            if cls is not object:
                yield getattr(cls, '__dict__', {}).get('__doc__')
        return
    definition = _definition(obj)
    if definition is None:
        return
    owner, name = definition
    for cls in owner.__mro__:
        try:
            yield _own(getattr(cls, name))
        except AttributeError:
            pass


def getdoc(object):
    """The documentation of an object, its own or inherited, without indentation."""
    from inspect import cleandoc
    try:
        doc = object.__doc__
        if doc is None:
            doc = next((found for found in _candidates(object) if found is not None), None)
    except (AttributeError, TypeError):
        return None
    return cleandoc(doc) if isinstance(doc, str) else None
