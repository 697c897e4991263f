"""Data classes: methods made of the annotated attributes of a class (PEP 557)."""

import abc
import copy
import itertools
import keyword
import sys
from reprlib import recursive_repr
from types import GenericAlias, MappingProxyType, MemberDescriptorType

__all__ = [
    'dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
    'astuple', 'make_dataclass', 'replace', 'is_dataclass',
]

# The attributes of a data class that hold its fields and what @dataclass was given.
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'
_POST_INIT_NAME = '__post_init__'


class FrozenInstanceError(AttributeError):
    pass


class _HAS_DEFAULT_FACTORY_CLASS:
    """The default a signature shows for a field whose value a factory makes."""

    def __repr__(self):
        return '<factory>'


_HAS_DEFAULT_FACTORY = _HAS_DEFAULT_FACTORY_CLASS()


class _MISSING_TYPE:
    """Stands where nothing was given: None may have been."""


MISSING = _MISSING_TYPE()


class _KW_ONLY_TYPE:
    """The annotation behind which all fields are keyword-only."""


KW_ONLY = _KW_ONLY_TYPE()

_EMPTY_METADATA = MappingProxyType({})


class _FIELD_BASE:
    """What a field is: an attribute, a class variable, or a parameter of __init__ only."""

    __slots__ = ('name',)

    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


_FIELD = _FIELD_BASE('_FIELD')
_FIELD_CLASSVAR = _FIELD_BASE('_FIELD_CLASSVAR')
_FIELD_INITVAR = _FIELD_BASE('_FIELD_INITVAR')


class InitVar:
    """InitVar[T]: the annotation of a parameter of __init__ that goes to __post_init__ and is no attribute."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        if isinstance(self.type, type) and not isinstance(self.type, GenericAlias):
            type_name = self.type.__name__
        else:
            # typing's objects, e.g. List[int]
            type_name = repr(self.type)
        return f'dataclasses.InitVar[{type_name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """One field. Made by field() only; name and type are filled in when the class is processed."""

    __slots__ = (
        'name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata', 'kw_only',
        '_field_type',
    )

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _EMPTY_METADATA if metadata is None else MappingProxyType(metadata)
        self.kw_only = kw_only
        self._field_type = None

    @recursive_repr()
    def __repr__(self):
        shown = ','.join(f'{name}={getattr(self, name)!r}' for name in Field.__slots__[:-1])
        return f'Field({shown},_field_type={self._field_type})'

    def __set_name__(self, owner, name):
        # A default that is a descriptor shall know its name, too.
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(GenericAlias)


class _DataclassParams:
    """What @dataclass was given."""

    __slots__ = (
        'init', 'repr', 'eq', 'order', 'unsafe_hash', 'frozen', 'match_args', 'kw_only', 'slots', 'weakref_slot',
    )

    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return f'_DataclassParams({",".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)})'


def field(
    *, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
    kw_only=MISSING,
):
    """Return an object to identify dataclass fields.

    default is the default value of the field.  default_factory is a
    0-argument function called to initialize a field's value.  If init
    is true, the field will be a parameter to the class's __init__()
    function.  If repr is true, the field will be included in the
    object's repr().  If hash is true, the field will be included in the
    object's hash().  If compare is true, the field will be used in
    comparison functions.  metadata, if specified, must be a mapping
    which is stored but not otherwise examined by dataclass.  If kw_only
    is true, the field will become a keyword-only parameter to
    __init__().

    It is an error to specify both default and default_factory.
    """
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


class _Functions:
    """Functions of a class as source text, compiled together: one exec is quicker than one for each."""

    def __init__(self, globals):
        self.names = []
        self.source = []
        self.globals = globals
        self.locals = {}
        self.overwrite_errors = {}
        self.unconditional = {}

    def add(self, name, params, body, *, locals=None, return_type=MISSING, overwrite_error=False, decorator=None):
        """Add a function. locals: what names in it mean. overwrite_error: what to say if the class has it already."""
        if locals is not None:
            self.locals.update(locals)
        self.names.append(name)
        self.overwrite_errors[name] = overwrite_error
        if return_type is not MISSING:
            self.locals[f'__dataclass_{name}_return_type__'] = return_type
            returns = f'->__dataclass_{name}_return_type__'
        else:
            returns = ''
        if decorator:
            self.source.append(f' {decorator}')
        self.source.append(f' def {name}({",".join(params)}){returns}:')
        self.source.extend(f'  {line}' for line in body)

    def set_on(self, cls):
        """Compile them all and make them methods of the class."""
        if not self.names:
            return
        source = '\n'.join([
            f'def __create_fn__({", ".join(self.locals)}):',
            *self.source,
            f' return {",".join(self.names)},',
        ])
        namespace = {}
        exec(source, self.globals, namespace)
        for name, function in zip(self.names, namespace['__create_fn__'](**self.locals)):
            function.__qualname__ = f'{cls.__qualname__}.{function.__name__}'
            error = self.overwrite_errors[name]
            if _set_new_attribute(cls, name, function) and error:
                message = f'Cannot overwrite attribute {name} in class {cls.__name__}'
                raise TypeError(message if error is True else f'{message} {error}')


def _set_new_attribute(cls, name, value):
    """Set the attribute unless the class itself has it: True if it has."""
    if name in cls.__dict__:
        return True
    setattr(cls, name, value)
    return False


def _tuple_str(obj_name, fields):
    """Source text of a tuple of the fields' values."""
    if not fields:
        return '()'
    return f'({",".join([f"{obj_name}.{f.name}" for f in fields])},)'


def _field_assign(frozen, name, value, self_name):
    """Source text that sets a field in __init__, also where __setattr__ refuses."""
    if frozen:
        return f'__dataclass_builtins_object__.__setattr__({self_name},{name!r},{value})'
    return f'{self_name}.{name}={value}'


def _field_init(f, frozen, globals, self_name, slots):
    """The line of __init__ for a field, or None if there is nothing to do."""
    default_name = f'__dataclass_dflt_{f.name}__'
    if f.default_factory is not MISSING:
        if f.init:
            # The parameter's default stands for "call the factory".
            globals[default_name] = f.default_factory
            value = f'{default_name}() if {f.name} is __dataclass_HAS_DEFAULT_FACTORY__ else {f.name}'
        else:
            globals[default_name] = f.default_factory
            value = f'{default_name}()'
    elif f.init:
        if f.default is not MISSING:
            globals[default_name] = f.default
        value = f.name
    elif slots and f.default is not MISSING:
        # A slot has no class attribute behind it that would be the default.
        globals[default_name] = f.default
        value = default_name
    else:
        return None
    if f._field_type is _FIELD_INITVAR:
        return None
    return _field_assign(frozen, f.name, value, self_name)


def _init_param(f):
    """The parameter of __init__ for a field, with annotation and default."""
    if f.default is MISSING and f.default_factory is MISSING:
        default = ''
    elif f.default is not MISSING:
        default = f'=__dataclass_dflt_{f.name}__'
    else:
        default = '=__dataclass_HAS_DEFAULT_FACTORY__'
    return f'{f.name}:__dataclass_type_{f.name}__{default}'


def _add_init(functions, fields, std_fields, kw_only_fields, frozen, has_post_init, self_name, slots):
    # Parameters without a default can't come behind those with one.
    seen_default = None
    for f in std_fields:
        if f.init:
            if not (f.default is MISSING and f.default_factory is MISSING):
                seen_default = f
            elif seen_default:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen_default.name!r}')
    locals = {f'__dataclass_type_{f.name}__': f.type for f in fields}
    locals['__dataclass_HAS_DEFAULT_FACTORY__'] = _HAS_DEFAULT_FACTORY
    locals['__dataclass_builtins_object__'] = object
    body = []
    for f in fields:
        line = _field_init(f, frozen, locals, self_name, slots)
        if line:
            body.append(line)
    if has_post_init:
        params = ','.join(f.name for f in fields if f._field_type is _FIELD_INITVAR)
        body.append(f'{self_name}.{_POST_INIT_NAME}({params})')
    params = [_init_param(f) for f in std_fields]
    if kw_only_fields:
        params.append('*')
        params.extend(_init_param(f) for f in kw_only_fields)
    functions.add('__init__', [self_name, *params], body or ['pass'], locals=locals, return_type=None)


def _add_frozen(functions, cls, fields):
    locals = {'__dataclass_cls__': cls, '__dataclass_FrozenInstanceError__': FrozenInstanceError}
    condition = 'type(self) is __dataclass_cls__'
    if fields:
        condition += ' or name in {' + ', '.join(repr(f.name) for f in fields) + '}'
    for name, params, call, what in [
        ('__setattr__', ('self', 'name', 'value'), 'name, value', 'assign to'),
        ('__delattr__', ('self', 'name'), 'name', 'delete'),
    ]:
        functions.add(
            name,
            params,
            [
                f'if {condition}:',
                f' raise __dataclass_FrozenInstanceError__(f"cannot {what} field {{name!r}}")',
                f'super(__dataclass_cls__, self).{name}({call})',
            ],
            locals=locals,
            overwrite_error=True,
        )


def _is_type(annotation, cls, a_module, a_type, is_type_predicate):
    """Whether the text of an annotation names a_type of a_module, as the module of the class has imported it.

    The text isn't evaluated: what stands in front of the first bracket is looked up, at most one dot deep.
    """
    name = annotation.strip()
    end = 0
    while end < len(name) and (name[end].isalnum() or name[end] in '_.'):
        end += 1
    module_name, _, rest = name[:end].rpartition('.')
    ns = None
    if not module_name:
        ns = sys.modules.get(cls.__module__).__dict__
    elif '.' not in module_name:
        module = sys.modules.get(cls.__module__)
        if module and module.__dict__.get(module_name) is a_module:
            ns = sys.modules.get(a_type.__module__).__dict__
    return bool(ns and is_type_predicate(ns.get(rest), a_module))


def _is_classvar(annotation, typing):
    return annotation is typing.ClassVar or (
        type(annotation) is typing._GenericAlias and annotation.__origin__ is typing.ClassVar
    )


def _is_initvar(annotation, dataclasses):
    return annotation is dataclasses.InitVar or type(annotation) is dataclasses.InitVar


def _is_kw_only(annotation, dataclasses):
    return annotation is dataclasses.KW_ONLY


def _get_field(cls, a_name, a_type, default_kw_only):
    """The field for an annotated attribute of the class."""
    default = getattr(cls, a_name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if isinstance(default, MemberDescriptorType):
            # A name in __slots__ is no default.
            default = MISSING
        f = field(default=default)
    f.name = a_name
    f.type = a_type
    f._field_type = _FIELD

    # A class variable can only be known for one if typing is there.
    typing = sys.modules.get('typing')
    if typing:
        if _is_classvar(a_type, typing) or (
            isinstance(f.type, str) and _is_type(f.type, cls, typing, typing.ClassVar, _is_classvar)
        ):
            f._field_type = _FIELD_CLASSVAR
    if f._field_type is _FIELD:
        dataclasses = sys.modules[__name__]
        if _is_initvar(a_type, dataclasses) or (
            isinstance(f.type, str) and _is_type(f.type, cls, dataclasses, dataclasses.InitVar, _is_initvar)
        ):
            f._field_type = _FIELD_INITVAR

    if f._field_type in (_FIELD_CLASSVAR, _FIELD_INITVAR):
        if f.default_factory is not MISSING:
            raise TypeError(f'field {f.name} cannot have a default factory')
    if f._field_type in (_FIELD, _FIELD_INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = default_kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {f.name} is a ClassVar but specifies kw_only')

    # Shared by all instances, a mutable default would be a trap. What can't be hashed is taken for mutable.
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {f.name} is not allowed: use default_factory')
    return f


def _collect_own_fields(cls, kw_only):
    """The fields that the class's own annotations say, in their order."""
    annotations = cls.__dict__.get('__annotations__', {})
    dataclasses = sys.modules[__name__]
    own = []
    kw_only_seen = False
    for name, annotation in annotations.items():
        if _is_kw_only(annotation, dataclasses) or (
            isinstance(annotation, str) and _is_type(annotation, cls, dataclasses, dataclasses.KW_ONLY, _is_kw_only)
        ):
            if kw_only_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_only_seen = True
            kw_only = True
        else:
            own.append(_get_field(cls, name, annotation, kw_only))
    return own


def _hash_set_none(functions, cls, fields):
    cls.__hash__ = None


def _hash_add(functions, cls, fields):
    fields = [f for f in fields if (f.compare if f.hash is None else f.hash)]
    functions.add('__hash__', ('self',), [f'return hash({_tuple_str("self", fields)})'])


def _hash_exception(functions, cls, fields):
    raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')


def _hash_action(unsafe_hash, eq, frozen, has_explicit_hash):
    """What to do about __hash__, or None for nothing (see the table in the documentation of dataclass)."""
    if unsafe_hash:
        return _hash_exception if has_explicit_hash else _hash_add
    if not eq or has_explicit_hash:
        return None
    return _hash_add if frozen else _hash_set_none


def _process_class(
    cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
):
    """Do what @dataclass does; returns the class, or with slots one made anew."""
    fields = {}
    module = sys.modules.get(cls.__module__)
    globals = module.__dict__ if module else {}
    setattr(
        cls, _PARAMS,
        _DataclassParams(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot),
    )

    # Those of the bases first, the most basic before the others; a class's own take the place of inherited ones.
    any_frozen_base = False
    all_frozen_bases = None
    has_dataclass_bases = False
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None:
            has_dataclass_bases = True
            fields.update((f.name, f) for f in base_fields.values())
            if all_frozen_bases is None:
                all_frozen_bases = True
            current_frozen = getattr(base, _PARAMS).frozen
            all_frozen_bases = all_frozen_bases and current_frozen
            any_frozen_base = any_frozen_base or current_frozen

    cls_fields = _collect_own_fields(cls, kw_only)
    for f in cls_fields:
        fields[f.name] = f
        # The class attribute is the default, and gone if there is none.
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_dataclass_bases:
        if any_frozen_base and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen_bases is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)

    # __hash__ = None beside __eq__ was set by the class statement, not by the class's author.
    class_hash = cls.__dict__.get('__hash__', MISSING)
    has_explicit_hash = not (class_hash is MISSING or (class_hash is None and '__eq__' in cls.__dict__))
    if order and not eq:
        raise ValueError('eq must be true if order is true')

    all_init_fields = [f for f in fields.values() if f._field_type in (_FIELD, _FIELD_INITVAR)]
    std_init_fields = tuple(f for f in all_init_fields if f.init and not f.kw_only)
    kw_only_init_fields = tuple(f for f in all_init_fields if f.init and f.kw_only)
    field_list = [f for f in fields.values() if f._field_type is _FIELD]
    functions = _Functions(globals)
    generated_init = init and '__init__' not in cls.__dict__
    if init:
        self_name = '__dataclass_self__' if 'self' in fields else 'self'
        has_post_init = hasattr(cls, _POST_INIT_NAME)
        _add_init(
            functions, all_init_fields, std_init_fields, kw_only_init_fields, frozen, has_post_init, self_name, slots,
        )
    _set_new_attribute(cls, '__replace__', _replace)
    if repr:
        shown = ', '.join(f'{f.name}={{self.{f.name}!r}}' for f in field_list if f.repr)
        functions.add(
            '__repr__', ('self',), [f'return f"{{self.__class__.__qualname__}}({shown})"'],
            locals={'__dataclasses_recursive_repr': recursive_repr}, decorator='@__dataclasses_recursive_repr()',
        )
    if eq:
        compared = [f for f in field_list if f.compare]
        terms = [f'self.{f.name}==other.{f.name}' for f in compared]
        functions.add('__eq__', ('self', 'other'), [
            'if self is other:',
            ' return True',
            'if other.__class__ is self.__class__:',
            f' return {" and ".join(terms) or "True"}',
            'return NotImplemented',
        ])
    if order:
        compared = [f for f in field_list if f.compare]
        for name, op in [('__lt__', '<'), ('__le__', '<='), ('__gt__', '>'), ('__ge__', '>=')]:
            functions.add(
                name, ('self', 'other'),
                [
                    'if other.__class__ is self.__class__:',
                    f' return {_tuple_str("self", compared)}{op}{_tuple_str("other", compared)}',
                    'return NotImplemented',
                ],
                overwrite_error='Consider using functools.total_ordering',
            )
    if frozen:
        _add_frozen(functions, cls, field_list)
    hash_action = _hash_action(bool(unsafe_hash), bool(eq), bool(frozen), has_explicit_hash)
    if hash_action:
        hash_action(functions, cls, field_list)
    # What the class statement left there gives way.
    if hash_action is _hash_add and '__hash__' in cls.__dict__:
        del cls.__hash__
    functions.set_on(cls)

    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + _text_signature(cls, std_init_fields, kw_only_init_fields, generated_init)
    if match_args:
        _set_new_attribute(cls, '__match_args__', tuple(f.name for f in std_init_fields))
    if weakref_slot and not slots:
        raise TypeError('weakref_slot is True but slots is False')
    if slots:
        cls = _add_slots(cls, frozen, weakref_slot)
    abc.update_abstractmethods(cls)
    return cls


def _text_signature(cls, std_fields, kw_only_fields, generated_init):
    """The signature of calls of the class, for its documentation; empty if there is none to be had."""
    if generated_init and type(cls) is type and cls.__new__ is object.__new__ and not hasattr(cls, '__signature__'):
        params = [_parameter_text(f) for f in std_fields]
        if kw_only_fields:
            params.append('*')
            params.extend(_parameter_text(f) for f in kw_only_fields)
        return f'({", ".join(params)})'
    if cls.__init__ is object.__init__ and cls.__new__ is object.__new__:
        return '()'
    try:
        import inspect
    except ImportError:
        return ''
    try:
        return str(inspect.signature(cls)).replace(' -> None', '')
    except (TypeError, ValueError):
        return ''


def _parameter_text(f):
    """A parameter of __init__ as inspect shows it."""
    annotation = f.type
    if getattr(annotation, '__module__', None) == 'typing':
        shown = repr(annotation).replace('typing.', '')
    elif isinstance(annotation, GenericAlias):
        shown = str(annotation)
    elif isinstance(annotation, type):
        shown = annotation.__qualname__
        if annotation.__module__ not in ('builtins', ''):
            shown = f'{annotation.__module__}.{shown}'
    else:
        shown = repr(annotation)
    if f.default is not MISSING:
        return f'{f.name}: {shown} = {f.default!r}'
    if f.default_factory is not MISSING:
        return f'{f.name}: {shown} = <factory>'
    return f'{f.name}: {shown}'


def _dataclass_getstate(self):
    # Frozen and with slots there is no other way to get and set the state.
    return [getattr(self, f.name) for f in fields(self)]


def _dataclass_setstate(self, state):
    for field, value in zip(fields(self), state):
        object.__setattr__(self, field.name, value)


def _get_slots(cls):
    """The names of the class's own __slots__."""
    match cls.__dict__.get('__slots__'):
        # Without __slots__ of its own a class brings both of these.
        case None:
            slots = []
            if getattr(cls, '__weakrefoffset__', -1) != 0:
                slots.append('__weakref__')
            if getattr(cls, '__dictoffset__', -1) != 0:
                slots.append('__dict__')
            yield from slots
        case str(slot):
            yield slot
        case iterable if not hasattr(iterable, '__next__'):
            yield from iterable
        case _:
            raise TypeError(f"Slots of '{cls.__name__}' cannot be determined")


def _add_slots(cls, is_frozen, weakref_slot):
    """The class made anew with slots for its fields: they can't be added to one that is there."""
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    cls_dict = dict(cls.__dict__)
    field_names = tuple(f.name for f in fields(cls))
    inherited_slots = set(itertools.chain.from_iterable(map(_get_slots, cls.__mro__[1:-1])))
    slots = field_names if not weakref_slot else (*field_names, '__weakref__')
    cls_dict['__slots__'] = tuple(name for name in slots if name not in inherited_slots)
    for name in field_names:
        # Defaults are in __init__; as class attributes they would be in the way of the slots.
        cls_dict.pop(name, None)
    cls_dict.pop('__dict__', None)
    cls_dict.pop('__weakref__', None)
    qualname = getattr(cls, '__qualname__', None)
    newcls = type(cls)(cls.__name__, cls.__bases__, cls_dict)
    if qualname is not None:
        newcls.__qualname__ = qualname
    if is_frozen:
        # Unless the class says how it is pickled.
        if '__getstate__' not in cls_dict:
            newcls.__getstate__ = _dataclass_getstate
        if '__setstate__' not in cls_dict:
            newcls.__setstate__ = _dataclass_setstate
    return newcls


def dataclass(
    cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False, match_args=True,
    kw_only=False, slots=False, weakref_slot=False,
):
    """Add dunder methods based on the fields defined in the class.

    Examines PEP 526 __annotations__ to determine fields.

    If init is true, an __init__() method is added to the class. If repr
    is true, a __repr__() method is added. If order is true, rich
    comparison dunder methods are added. If unsafe_hash is true, a
    __hash__() method is added. If frozen is true, fields may not be
    assigned to after instance creation. If match_args is true, the
    __match_args__ tuple is added. If kw_only is true, then by default
    all fields are keyword-only. If slots is true, a new class with a
    __slots__ attribute is returned.
    """
    def wrap(cls):
        return _process_class(
            cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot,
        )

    # With parentheses, or without?
    return wrap if cls is None else wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass.

    Accepts a dataclass or an instance of one. Tuple elements are of
    type Field.
    """
    try:
        all_fields = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in all_fields.values() if f._field_type is _FIELD)


def _is_dataclass_instance(obj):
    """Returns True if obj is an instance of a dataclass."""
    return hasattr(type(obj), _FIELDS)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a
    dataclass."""
    cls = obj if isinstance(obj, type) else type(obj)
    return hasattr(cls, _FIELDS)


# What copies of deep copies may be taken for: themselves.
_ATOMIC_TYPES = frozenset({
    type(None), bool, int, float, str, complex, bytes, type(...), type(NotImplemented), type(lambda: None), type(len),
    type, range, property,
})


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping
    field names to field values.

    Example usage::

      @dataclass
      class C:
          x: int
          y: int

      c = C(1, 2)
      assert asdict(c) == {'x': 1, 'y': 2}

    If given, 'dict_factory' will be used instead of built-in dict.
    The function applies recursively to field values that are
    dataclass instances. This will also look into built-in containers:
    tuples, lists, and dicts. Other objects are copied with 'copy.deepcopy()'.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError('asdict() should be called on dataclass instances')
    return _converted(obj, lambda pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values.

    Example usage::

      @dataclass
      class C:
          x: int
          y: int

      c = C(1, 2)
      assert astuple(c) == (1, 2)

    If given, 'tuple_factory' will be used instead of built-in tuple.
    The function applies recursively to field values that are
    dataclass instances. This will also look into built-in containers:
    tuples, lists, and dicts. Other objects are copied with 'copy.deepcopy()'.
    """
    if not _is_dataclass_instance(obj):
        raise TypeError('astuple() should be called on dataclass instances')
    return _converted(obj, lambda pairs: tuple_factory([value for _, value in pairs]))


def _converted(obj, make):
    """obj with each data class instance in it replaced by make(its names and values)."""
    cls = type(obj)
    if cls in _ATOMIC_TYPES:
        return obj
    if hasattr(cls, _FIELDS):
        return make([(f.name, _converted(getattr(obj, f.name), make)) for f in fields(obj)])
    if issubclass(cls, tuple) and hasattr(obj, '_fields'):
        # A named tuple takes its values one by one.
        return cls(*[_converted(v, make) for v in obj])
    if issubclass(cls, dict):
        pairs = ((_converted(k, make), _converted(v, make)) for k, v in obj.items())
        if hasattr(cls, 'default_factory'):
            # A defaultdict takes its factory first.
            result = cls(obj.default_factory)
            for k, v in pairs:
                result[k] = v
            return result
        return cls(pairs)
    if issubclass(cls, (list, tuple)):
        return cls(_converted(v, make) for v in obj)
    return copy.deepcopy(obj)


def make_dataclass(
    cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False, unsafe_hash=False,
    frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False, module=None,
):
    """Return a new dynamically created dataclass.

    The dataclass name will be 'cls_name'.  'fields' is an iterable
    of either (name), (name, type) or (name, type, Field) objects. If type is
    omitted, use the string 'typing.Any'.  Field objects are created by
    the equivalent of calling 'field(name, type [, Field-info])'.::

      C = make_dataclass('C', ['x', ('y', int), ('z', int, field(init=False))], bases=(Base,))

    is equivalent to::

      @dataclass
      class C(Base):
          x: 'typing.Any'
          y: int
          z: int = field(init=False)

    For the bases and namespace parameters, see the builtin type() function.

    The parameters init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only,
    slots, and weakref_slot are passed to dataclass().

    If module parameter is defined, the '__module__' attribute of the dataclass is
    set to that value.
    """
    if namespace is None:
        namespace = {}
    seen = set()
    annotations = {}
    defaults = {}
    for item in fields:
        if isinstance(item, str):
            name = item
            tp = 'typing.Any'
        elif len(item) == 2:
            name, tp = item
        elif len(item) == 3:
            name, tp, spec = item
            defaults[name] = spec
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = tp

    def exec_body_callback(ns):
        ns.update(namespace)
        ns.update(defaults)
        ns['__annotations__'] = annotations

    import types

    cls = types.new_class(cls_name, bases, {}, exec_body_callback)
    if module is None:
        # Pickle looks the class up where it was made: in the caller's module.
        try:
            module = sys._getframemodulename(1) or '__main__'
        except AttributeError:
            pass
    if module is not None:
        cls.__module__ = module
    return dataclass(
        cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen, match_args=match_args,
        kw_only=kw_only, slots=slots, weakref_slot=weakref_slot,
    )


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values.

    This is especially useful for frozen classes.  Example usage::

      @dataclass(frozen=True)
      class C:
          x: int
          y: int

      c = C(1, 2)
      c1 = replace(c, x=3)
      assert c1.x == 3 and c1.y == 2
    """
    if not _is_dataclass_instance(obj):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    # Also what makes copy.replace() work: every data class has it as __replace__.
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _FIELD_CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _FIELD_INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
