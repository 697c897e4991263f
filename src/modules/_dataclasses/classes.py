"""The making of data classes."""

__name__ = 'dataclasses'

import sys
from abc import update_abstractmethods
from keyword import iskeyword
from types import GenericAlias, new_class

from _dataclasses.annotations import own_fields
from _dataclasses.fields import ATTRIBUTE, CLASS_VARIABLE, FIELDS, MISSING, PARAMS, Field
from _dataclasses.instances import _replace, fields as attributes_of, get_state, set_state
from _dataclasses.methods import Methods, set_if_new


class _DataclassParams:
    """What @dataclass was given."""

    __slots__ = (
        'init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot',
    )

    def __init__(self, *options):
        for name, option in zip(self.__slots__, options, strict=True):
            setattr(self, name, option)

    def __repr__(self):
        shown = [f'{name}={getattr(self, name)!r}' for name in self.__slots__]
        return f'_DataclassParams({",".join(shown)})'


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    """Class decorator: give a class the methods that its annotated attributes, its fields, suggest.

    init, repr and eq: whether to add __init__, __repr__ and __eq__; order: the other comparisons; unsafe_hash:
    __hash__, although fields can be set. frozen: refuse to set fields. match_args: add __match_args__. kw_only: let
    all parameters of __init__ be keyword-only. slots: make the class anew with slots for the fields, and weakref_slot:
    with one for weak references.
    """
    params = _DataclassParams(
        init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
    )
    if cls is None:
        return lambda cls: _processed(cls, params)
    return _processed(cls, params)


def _processed(cls, params):
    """The class as a data class: itself, or with slots one made anew."""
    setattr(cls, PARAMS, params)
    every = _all_fields(cls, params)
    setattr(cls, FIELDS, every)
    # To be looked at before there is an __eq__ of ours.
    hash_is_given = vars(cls).get('__hash__') is not None or '__hash__' in vars(cls) and '__eq__' not in vars(cls)
    if params.order and not params.eq:
        raise ValueError('eq must be true if order is true')

    of_instances = [field for field in every.values() if field._field_type is ATTRIBUTE]
    of_init = [field for field in every.values() if field._field_type is not CLASS_VARIABLE]
    positional = [field for field in of_init if field.init and not field.kw_only]
    keyword_only = [field for field in of_init if field.init and field.kw_only]
    init_is_ours = params.init and '__init__' not in vars(cls)
    methods = Methods(cls)
    if params.init:
        methods.define_init(of_init, positional, keyword_only, params.frozen, params.slots)
    set_if_new(cls, '__replace__', _replace)
    if params.repr:
        methods.define_repr(of_instances)
    if params.eq:
        methods.define_eq(of_instances)
    if params.order:
        methods.define_order(of_instances)
    if params.frozen:
        methods.define_frozen(of_instances)
    _settle_hash(cls, params, hash_is_given, methods, of_instances)
    module = sys.modules.get(cls.__module__)
    methods.install(vars(module) if module else {})

    if not cls.__doc__:
        cls.__doc__ = cls.__name__ + _signature_text(cls, positional, keyword_only, init_is_ours)
    if params.match_args:
        set_if_new(cls, '__match_args__', tuple(field.name for field in positional))
    if params.slots:
        cls = _with_slots(cls, params)
    elif params.weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    return update_abstractmethods(cls)


def _all_fields(cls, params):
    """The fields by name: those of the bases, the most basic first, in their places if they are defined again."""
    every = {}
    frozen_bases = []
    for base in reversed(cls.__mro__[1:]):
        inherited = getattr(base, FIELDS, None)
        if inherited is not None:
            every |= {field.name: field for field in inherited.values()}
            frozen_bases.append(getattr(base, PARAMS).frozen)
    for field in own_fields(cls, params.kw_only):
        every[field.name] = field
        # The class attribute is the default, and gone if there is none.
        if isinstance(getattr(cls, field.name, None), Field):
            if field.default is MISSING:
                delattr(cls, field.name)
            else:
                setattr(cls, field.name, field.default)
    annotated = vars(cls).get('__annotations__', {})
    for name, value in vars(cls).items():
        if isinstance(value, Field) and name not in annotated:
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if any(frozen_bases) and not params.frozen:
        raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
    if params.frozen and not all(frozen_bases):
        raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    return every


def _settle_hash(cls, params, is_given, methods, fields):
    """Have a __hash__ written, or set it to None, as the table in the documentation of dataclass() says."""
    if params.unsafe_hash and is_given:
        raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
    if params.unsafe_hash or params.eq and params.frozen and not is_given:
        methods.define_hash(fields)
        if '__hash__' in vars(cls):
            # It is None, for the class has an __eq__: that gives way.
            del cls.__hash__
    elif params.eq and not is_given:
        cls.__hash__ = None


def _signature_text(cls, positional, keyword_only, init_is_ours):
    """The signature of calls of the class, for its documentation; empty if there is none to be had."""
    if init_is_ours and type(cls) is type and cls.__new__ is object.__new__ and not hasattr(cls, '__signature__'):
        # It need not be found out; `inspect` takes long to load.
        star = ['*'] if keyword_only else []
        return f'({", ".join([*map(_parameter_text, positional), *star, *map(_parameter_text, keyword_only)])})'
    import inspect

    try:
        return str(inspect.signature(cls)).replace(' -> None', '')
    except (TypeError, ValueError):
        return ''


def _parameter_text(field):
    """A parameter of __init__ as inspect shows it."""
    text = f'{field.name}: {_annotation_text(field.type)}'
    if field.default is not MISSING:
        return f'{text} = {field.default!r}'
    return text if field.default_factory is MISSING else f'{text} = <factory>'


def _annotation_text(annotation):
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if not isinstance(annotation, type) or isinstance(annotation, GenericAlias):
        return repr(annotation)
    module = annotation.__module__
    return annotation.__qualname__ if module in ('builtins', '') else f'{module}.{annotation.__qualname__}'


def _slots_of(cls):
    """The names of the class's own slots."""
    slots = vars(cls).get('__slots__')
    if slots is None:
        # Without slots of its own a class brings these, if it has such things at all.
        standard = {'__weakref__': '__weakrefoffset__', '__dict__': '__dictoffset__'}
        return [name for name, offset in standard.items() if getattr(cls, offset, -1) != 0]
    if isinstance(slots, str):
        return [slots]
    if hasattr(slots, '__next__'):
        raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")
    return slots


def _with_slots(cls, params):
    """The class made anew with slots for its fields: they can't be added to one that is there."""
    if '__slots__' in vars(cls):
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    names = [field.name for field in attributes_of(cls)]
    wanted = [*names, '__weakref__'] if params.weakref_slot else names
    inherited = {name for base in cls.__mro__[1:-1] for name in _slots_of(base)}
    # The defaults are in __init__; as class attributes they would be in the way of the slots.
    left_out = {*names, '__dict__', '__weakref__'}
    body = {name: value for name, value in vars(cls).items() if name not in left_out}
    body['__slots__'] = tuple(name for name in wanted if name not in inherited)
    made = type(cls)(cls.__name__, cls.__bases__, body)
    made.__qualname__ = cls.__qualname__
    if params.frozen:
        # Unless the class says how it is pickled.
        for name, method in (('__getstate__', get_state), ('__setstate__', set_state)):
            if name not in body:
                setattr(made, name, method)
    return made


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):
    """A new data class of this name. A field is its name, or a tuple of name, type and - if there is more to say -
    its default or what field() made.

    The bases, the namespace and the module are the class's; the rest is for dataclass().
    """
    annotations, defaults = {}, {}
    for item in fields:
        if isinstance(item, str):
            item = item, 'typing.Any'
        elif len(item) not in (2, 3):
            raise TypeError(f'Invalid field: {item!r}')
        name, annotation, *default = item
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in annotations:
            raise TypeError(f'Field name duplicated: {name!r}')
        annotations[name] = annotation
        defaults.update((name, value) for value in default)
    body = {**(namespace or {}), **defaults, '__annotations__': annotations}
    cls = new_class(cls_name, bases, {}, lambda ns: ns.update(body))
    # Pickle looks the class up where it was made: in the caller's module.
    cls.__module__ = sys._getframemodulename(1) or '__main__' if module is None else module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )
