"""NamedTuple and TypedDict: classes of records whose fields are annotated."""

import collections
from typing._aliases import Generic, _AnnotatedAlias
from typing._checks import _caller, _type_check
from typing._forms import NotRequired, ReadOnly, Required

__name__ = 'typing'


def _make_nmtuple(name, types, module, defaults=()):
    fields = [n for n, _ in types]
    types = {n: _type_check(t, f'field {n} annotation must be a type') for n, t in types}
    made = collections.namedtuple(name, fields, defaults=defaults, module=module)
    made.__annotations__ = made.__new__.__annotations__ = types
    return made


_prohibited = frozenset({'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults',
                         '_field_types', '_make', '_replace', '_asdict', '_source'})
_special = frozenset({'__module__', '__name__', '__annotations__'})


class NamedTupleMeta(type):
    def __new__(cls, typename, bases, ns):
        standing_for = {_NamedTuple: tuple, Generic: Generic}
        if not standing_for.keys() >= set(bases):
            raise TypeError('can only inherit from a NamedTuple type and Generic')
        bases = tuple(standing_for[base] for base in bases)
        annotated = ns.get('__annotations__', {})
        with_default = []
        for name in annotated:
            if name in ns:
                with_default.append(name)
            elif with_default:
                raise TypeError(f'Non-default namedtuple field {name} cannot follow default '
                                f'field{"s" if len(with_default) > 1 else ""} {", ".join(with_default)}')
        made = _make_nmtuple(typename, annotated.items(), defaults=[ns[n] for n in with_default],
                             module=ns['__module__'])
        made.__bases__ = bases
        if Generic in bases:
            made.__class_getitem__ = classmethod(_generic_getitem)
        for key, value in ns.items():
            if key in _prohibited:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key in _special:
                continue
            if key not in made._fields:
                setattr(made, key, value)
            _tell_name(value, made, key)
        if Generic in bases:
            made.__init_subclass__()
        return made


def _tell_name(value, owner, name):
    """Calls __set_name__, if the value has it, as a class statement does."""
    set_name = getattr(type(value), '__set_name__', None)
    if set_name is not None:
        try:
            set_name(value, owner, name)
        except BaseException as e:
            e.add_note(f'Error calling __set_name__ on {type(value).__name__!r} instance {name!r} in '
                       f'{owner.__name__!r}')
            raise


def _generic_getitem(cls, args):
    from typing._aliases import _generic_class_getitem
    return _generic_class_getitem(cls, args)


class _Missing:
    """What NamedTuple() and TypedDict() have where no fields were given."""


_missing = _Missing()


def NamedTuple(typename, fields=_missing, /, **kwargs):
    """A class of named tuples whose fields have types."""
    if fields is _missing:
        if kwargs:
            _deprecated('Creating NamedTuple classes using keyword arguments is deprecated and will be disallowed in '
                        'Python 3.15. Use the class-based or functional syntax instead.')
        else:
            example = f'`{typename} = NamedTuple({typename!r}, [])`'
            _deprecated(f"Failing to pass a value for the 'fields' parameter is deprecated and will be disallowed in "
                        f'Python 3.15. To create a NamedTuple class with 0 fields using the functional syntax, pass an '
                        f'empty list, e.g. {example}.')
        fields = kwargs.items()
    elif fields is None:
        if kwargs:
            raise TypeError("Cannot pass `None` as the 'fields' parameter and also specify fields using keyword "
                            'arguments')
        example = f'`{typename} = NamedTuple({typename!r}, [])`'
        _deprecated(f"Passing `None` as the 'fields' parameter is deprecated and will be disallowed in Python 3.15. "
                    f'To create a NamedTuple class with 0 fields using the functional syntax, pass an empty list, '
                    f'e.g. {example}.')
        fields = ()
    elif kwargs:
        raise TypeError('Either list of fields or keywords can be provided to NamedTuple, not both')
    made = _make_nmtuple(typename, fields, module=_caller())
    made.__orig_bases__ = (NamedTuple,)
    return made


def _deprecated(message):
    import warnings
    warnings.warn(message, category=DeprecationWarning, stacklevel=3)


_NamedTuple = type.__new__(NamedTupleMeta, 'NamedTuple', (), {})


NamedTuple.__mro_entries__ = lambda bases: (_NamedTuple,)


# ---- TypedDict


def _qualifiers(annotation):
    """The qualifiers around the type of a key."""
    while True:
        origin = getattr(annotation, '__origin__', None)
        if isinstance(annotation, _AnnotatedAlias):
            annotation = annotation.__origin__
        elif origin in (Required, NotRequired, ReadOnly):
            yield origin
            annotation = annotation.__args__[0]
        else:
            return


class _TypedDictMeta(type):
    def __new__(cls, name, bases, ns, total=True):
        for base in bases:
            if type(base) is not _TypedDictMeta and base is not Generic:
                raise TypeError('cannot inherit from both a TypedDict type and a non-TypedDict base class')
        generic = (Generic,) if any(issubclass(b, Generic) for b in bases) else ()
        made = type.__new__(_TypedDictMeta, name, (*generic, dict), ns)
        if not hasattr(made, '__orig_bases__'):
            made.__orig_bases__ = bases
        own = ns.get('__annotations__', {})
        message = "TypedDict('Name', {f0: t0, f1: t1, ...}); each t must be a type"
        own = {n: _type_check(t, message, module=made.__module__) for n, t in own.items()}
        annotations = {}
        required, optional, readonly, mutable = set(), set(), set(), set()
        for base in bases:
            inherited = base.__dict__
            annotations.update(inherited.get('__annotations__', {}))
            base_required = inherited.get('__required_keys__', set())
            required |= base_required
            optional -= base_required
            base_optional = inherited.get('__optional_keys__', set())
            required -= base_optional
            optional |= base_optional
            readonly.update(inherited.get('__readonly_keys__', ()))
            mutable.update(inherited.get('__mutable_keys__', ()))
        annotations.update(own)
        for key, annotation in own.items():
            qualifiers = set(_qualifiers(annotation))
            is_required = Required in qualifiers or total and NotRequired not in qualifiers
            (required if is_required else optional).add(key)
            (optional if is_required else required).discard(key)
            if ReadOnly in qualifiers:
                if key in mutable:
                    raise TypeError(f'Cannot override mutable key {key!r} with read-only key')
                readonly.add(key)
            else:
                mutable.add(key)
                readonly.discard(key)
        made.__annotations__ = annotations
        made.__required_keys__ = frozenset(required)
        made.__optional_keys__ = frozenset(optional)
        made.__readonly_keys__ = frozenset(readonly)
        made.__mutable_keys__ = frozenset(mutable)
        made.__total__ = total
        return made

    __call__ = dict

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')

    __instancecheck__ = __subclasscheck__


def TypedDict(typename, fields=_missing, /, *, total=True):
    """A class of dicts whose keys have types. A call of it makes a plain dict."""
    if fields is _missing or fields is None:
        if fields is _missing:
            wrong = "Failing to pass a value for the 'fields' parameter"
        else:
            wrong = "Passing `None` as the 'fields' parameter"
        example = f'`{typename} = TypedDict({typename!r}, {{}})`'
        _deprecated(f'{wrong} is deprecated and will be disallowed in Python 3.15. To create a TypedDict class with 0 '
                    f'fields using the functional syntax, pass an empty dictionary, e.g. {example}.')
        fields = {}
    ns = {'__annotations__': dict(fields)}
    module = _caller()
    if module is not None:
        ns['__module__'] = module
    made = _TypedDictMeta(typename, (), ns, total=total)
    made.__orig_bases__ = (TypedDict,)
    return made


_TypedDict = type.__new__(_TypedDictMeta, 'TypedDict', (), {})
TypedDict.__mro_entries__ = lambda bases: (_TypedDict,)


def is_typeddict(tp):
    """Whether it is a class made by TypedDict."""
    return isinstance(tp, _TypedDictMeta)
