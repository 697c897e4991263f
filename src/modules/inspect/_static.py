"""Attributes as they lie in namespaces, looked up without running any code."""

import types

__name__ = 'inspect'

_absent = object()

# The classes' own answers, whatever their metaclasses say.
_linearization = type.__dict__['__mro__'].__get__
_namespace = type.__dict__['__dict__'].__get__


def _is_ordinary_dict(found, owner):
    """Whether this is the descriptor of __dict__ that classes are made with."""
    return (type(found) is types.GetSetDescriptorType and found.__name__ == '__dict__'
            and found.__objclass__ is owner)


def _replaced_dict(cls):
    """What a class or one of its bases defines as __dict__ in place of the ordinary descriptor."""
    for owner in _linearization(cls):
        found = _namespace(owner).get('__dict__', _absent)
        if found is not _absent and not _is_ordinary_dict(found, owner):
            return found
    return _absent


def _in_classes(cls, name):
    """What the MRO of a class has for a name."""
    for owner in _linearization(cls):
        if name in _namespace(owner) and _replaced_dict(type(owner)) is _absent:
            return _namespace(owner)[name]
    return _absent


def _in_instance(obj, name):
    """What the __dict__ of an instance has for a name."""
    replaced = _replaced_dict(type(obj))
    if replaced is not _absent and type(replaced) is not types.MemberDescriptorType:
        return _absent
    try:
        return object.__getattribute__(obj, '__dict__').get(name, _absent)
    except AttributeError:
        return _absent


def _goes_before_instance(value):
    """Whether something found in a class is a data descriptor."""
    def has(name):
        return _in_classes(type(value), name) is not _absent

    return has('__get__') and (has('__set__') or has('__delete__'))


def getattr_static(obj, attr, default=_absent):
    """An attribute as it lies in namespaces: no descriptor, __getattr__ or __getattribute__ runs."""
    if issubclass(type(obj), type):
        first, second = _in_classes(obj, attr), _in_classes(type(obj), attr)
    else:
        first, second = _in_instance(obj, attr), _in_classes(type(obj), attr)
        if second is not _absent and _goes_before_instance(second):
            first, second = second, first
    for value in (first, second, default):
        if value is not _absent:
            return value
    raise AttributeError(attr)
