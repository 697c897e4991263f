"""What is asked and made of instances: their fields, dicts, tuples, changed copies."""

__name__ = 'dataclasses'

from copy import deepcopy

from _dataclasses.fields import ATTRIBUTE, CLASS_VARIABLE, FIELDS, INIT_ONLY, MISSING

# What a deep copy need not copy.
_ATOMIC_TYPES = frozenset({
    bool, bytes, complex, float, int, property, range, str, type, type(None), type(...), type(NotImplemented),
    type(len), type(lambda: None),
})


def fields(class_or_instance):
    """The fields of a data class, or of an instance of one, as a tuple."""
    try:
        every = getattr(class_or_instance, FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(field for field in every.values() if field._field_type is ATTRIBUTE)


def is_dataclass(obj):
    """Whether the object is a data class or an instance of one."""
    return hasattr(obj if isinstance(obj, type) else type(obj), FIELDS)


def is_instance(obj):
    """Whether the object is an instance of a data class."""
    return hasattr(type(obj), FIELDS)


def _require_instance(obj, function):
    if not is_instance(obj):
        raise TypeError(f'{function}() should be called on dataclass instances')


def asdict(obj, *, dict_factory=dict):
    """An instance as a dict of its fields; so are instances among their values, and in lists, tuples and dicts there.

    Other objects are copied deeply. dict_factory makes what dicts are made of: a list of names and values.
    """
    _require_instance(obj, 'asdict')
    return _converted(obj, dict_factory)


def astuple(obj, *, tuple_factory=tuple):
    """An instance as a tuple of its fields' values, in the way of asdict()."""
    _require_instance(obj, 'astuple')
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, convert):
    """A copy of the object in which instances are what convert() makes of their names and values."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if is_instance(obj):
        return convert([(field.name, _converted(getattr(obj, field.name), convert)) for field in fields(obj)])
    if issubclass(cls, dict):
        items = ((_converted(key, convert), _converted(value, convert)) for key, value in obj.items())
        if not hasattr(cls, 'default_factory'):
            return cls(items)
        copied = cls(obj.default_factory)
        for key, value in items:
            copied[key] = value
        return copied
    if issubclass(cls, (list, tuple)):
        items = (_converted(item, convert) for item in obj)
        is_named = issubclass(cls, tuple) and hasattr(obj, '_fields')
        return cls(*items) if is_named else cls(items)
    return deepcopy(obj)


def replace(obj, /, **changes):
    """A new instance like this one but for the fields given."""
    _require_instance(obj, 'replace')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    """A new instance like this one but for the fields given: __replace__ of every data class."""
    for field in getattr(self, FIELDS).values():
        name, kind, given = field.name, field._field_type, field.name in changes
        if kind is CLASS_VARIABLE:
            continue
        if not field.init:
            if given:
                raise TypeError(f'field {name} is declared with init=False, it cannot be specified with replace()')
        elif not given:
            if kind is INIT_ONLY and field.default is MISSING:
                raise TypeError(f'InitVar {name!r} must be specified with replace()')
            changes[name] = getattr(self, name)
    return self.__class__(**changes)


# The state of frozen instances with slots: there is no dict of theirs, and no setting of attributes.

def get_state(self):
    """The fields' values."""
    return [getattr(self, field.name) for field in fields(self)]


def set_state(self, state):
    """Set the fields' values."""
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)
