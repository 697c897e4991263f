"""Names for types in annotations, and tools to ask what annotations say.

The parts: _checks has what counts as a type, _forms the special forms, _aliases what brackets make, _protocols and
_records the classes of that name, _streams IO and those derived from it, _hints the questions; _abstract makes methods
of tables.
"""

import collections
import collections.abc
import sys
import types
from _typing import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _idfunc
from typing._checks import (_Unions, _caller, _check_generic, _cleanups, _collect_type_parameters, _generic_base,
                            _make_union, _paramspec_prepare_subst, _paramspec_subst, _tp_cache, _type_check,
                            _type_convert, _type_repr, _typevar_prepare_subst, _typevar_subst,
                            _typevartuple_prepare_subst, _unpack)
from typing._forms import (Annotated, Any, ClassVar, Concatenate, Final, ForwardRef, Literal, LiteralString, Never,
                           NoReturn, NotRequired, Optional, ReadOnly, Required, Self, TypeAlias, TypeGuard, TypeIs,
                           Union, Unpack, _Final, _SpecialForm)
from typing._aliases import (Generic, _AnnotatedAlias, _BaseGenericAlias, _CallableGenericAlias, _CallableType,
                             _ConcatenateGenericAlias, _DeprecatedGenericAlias, _GenericAlias, _LiteralGenericAlias,
                             _SpecialGenericAlias, _TupleType, _UnionGenericAlias, _UnpackGenericAlias, _is_unpacked)

__all__ = [
    'Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal', 'Optional',
    'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet', 'ByteString',
    'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView', 'Mapping',
    'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized', 'ValuesView', 'Awaitable',
    'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator', 'AsyncContextManager',
    'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex', 'SupportsInt',
    'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict', 'List', 'OrderedDict', 'Set', 'FrozenSet',
    'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO', 'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type',
    'assert_never', 'cast', 'clear_overloads', 'dataclass_transform', 'final', 'get_args', 'get_origin',
    'get_overloads', 'get_protocol_members', 'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString',
    'Never', 'NewType', 'no_type_check', 'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired',
    'overload', 'override', 'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type',
    'runtime_checkable', 'Self', 'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType',
    'Unpack',
]

# ---- type variables, and what there is under another name in other modules


T, KT, VT = TypeVar('T'), TypeVar('KT'), TypeVar('VT')
T_co, V_co, VT_co = (TypeVar(name, covariant=True) for name in ('T_co', 'V_co', 'VT_co'))
CT_co = TypeVar('CT_co', bound=type, covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
AnyStr = TypeVar('AnyStr', bytes, str)

# Classes by the number of their parameters, and those that go by another name here.
_abc = collections.abc
_generic_classes = {
    0: [_abc.Hashable, _abc.Sized],
    1: [_abc.AsyncIterable, _abc.AsyncIterator, _abc.Awaitable, _abc.Collection, _abc.Container, _abc.Iterable,
        _abc.Iterator, _abc.KeysView, _abc.MappingView, _abc.MutableSequence, _abc.MutableSet, _abc.Reversible,
        _abc.Sequence, _abc.Set, _abc.ValuesView, collections.Counter, collections.deque, frozenset, list, set, type],
    2: [_abc.AsyncGenerator, _abc.ItemsView, _abc.Mapping, _abc.MutableMapping, collections.ChainMap,
        collections.OrderedDict, collections.defaultdict, dict],
    3: [_abc.Coroutine, _abc.Generator],
}
_renamed = {_abc.Set: 'AbstractSet', collections.deque: 'Deque', collections.defaultdict: 'DefaultDict', dict: 'Dict',
            frozenset: 'FrozenSet', list: 'List', set: 'Set', type: 'Type'}
# What may be left out of the brackets: what a generator is sent and returns.
_defaults = {_abc.AsyncGenerator: (types.NoneType,), _abc.Generator: (types.NoneType, types.NoneType)}

for _count, _classes in _generic_classes.items():
    for _class in _classes:
        _name = _renamed.get(_class, _class.__name__)
        # The built-in ones make their instances by themselves.
        globals()[_name] = _SpecialGenericAlias(_class, _count, inst=_class.__module__ != 'builtins', name=_name,
                                                defaults=_defaults.get(_class, ()))
del _count, _classes, _class, _name

Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
Callable = _CallableType(_abc.Callable, 2)
ByteString = _DeprecatedGenericAlias(_abc.ByteString, 0, removal_version=(3, 14))

Text = str
TYPE_CHECKING = False

# What is less often asked for is loaded when it is: where it is defined, by name.
_elsewhere = {
    '_records': ['NamedTuple', 'NamedTupleMeta', 'TypedDict', '_NamedTuple', '_TypedDict', '_TypedDictMeta',
                 'is_typeddict'],
    '_protocols': ['Protocol', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat', 'SupportsIndex',
                   'SupportsInt', 'SupportsRound', '_ProtocolMeta', 'get_protocol_members', 'is_protocol',
                   'runtime_checkable', '_get_protocol_attrs'],
    '_hints': ['_eval_type', '_strip_annotations', 'get_args', 'get_origin', 'get_type_hints'],
    '_streams': ['BinaryIO', 'IO', 'TextIO'],
    '_imported': ['AsyncContextManager', 'ContextManager', 'Match', 'Pattern'],
}
_places = {name: module for module, names in _elsewhere.items() for name in names}


def __getattr__(attr):
    place = _places.get(attr)
    if place is None:
        raise AttributeError(f'module {__name__!r} has no attribute {attr!r}')
    module = f'{__name__}.{place}'
    __import__(module)
    return globals().setdefault(attr, getattr(sys.modules[module], attr))


def __dir__():
    return sorted({*globals(), *_places})


# ---- functions that tell type checkers something


def assert_type(val, typ, /):
    """The value: asks type checkers whether it has this type."""
    return val


def assert_never(arg: Never, /) -> Never:
    """Says that control can't get here."""
    shown = repr(arg)
    if len(shown) > _ASSERT_NEVER_REPR_MAX_LENGTH:
        shown = shown[:_ASSERT_NEVER_REPR_MAX_LENGTH] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {shown}')


_ASSERT_NEVER_REPR_MAX_LENGTH = 100


def cast(typ, val):
    """The value: says to type checkers what type it has."""
    return val


def reveal_type[T](obj: T, /) -> T:
    """The value; its type is shown."""
    shown = type(obj).__name__
    print(f'Runtime type is {shown!r}', file=sys.stderr)
    return obj


def _flag(obj, name):
    """Sets a flag on an object, if it lets that be done."""
    try:
        setattr(obj, name, True)
    except (AttributeError, TypeError):
        pass
    return obj


def final(f):
    """Says that a method is not overridden, or a class not derived from."""
    return _flag(f, '__final__')


def override(method, /):
    """Says that a method overrides one of a base."""
    return _flag(method, '__override__')


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Says that a decorator, class or metaclass makes classes as dataclass does."""
    said = locals()

    def remember(makes_classes):
        makes_classes.__dataclass_transform__ = dict(said)
        return makes_classes

    return remember


# ---- no_type_check


def no_type_check(arg):
    """Says that annotations are no types: of a function, or of a class and what is defined in it."""
    if isinstance(arg, type):
        for member in _defined_in(arg):
            if isinstance(member, type):
                no_type_check(member)
            elif isinstance(member, (types.FunctionType, types.MethodType)):
                _flag(getattr(member, '__func__', member), '__no_type_check__')
    return _flag(arg, '__no_type_check__')


def _defined_in(cls):
    """What a class has got from its own class statement, rather than inherited or from elsewhere."""
    for name in dir(cls):
        member = getattr(cls, name)
        module, qualname = getattr(member, '__module__', None), getattr(member, '__qualname__', None)
        if module == cls.__module__ and qualname and qualname == f'{cls.__qualname__}.{member.__name__}':
            yield member


def no_type_check_decorator(decorator):
    """Lets a decorator do what no_type_check does."""
    import functools
    import warnings
    warnings._deprecated('typing.no_type_check_decorator', remove=(3, 15))

    def decorated(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))

    return functools.update_wrapper(decorated, decorator)


# ---- overload


# The overloads by first line, in a dict for each qualified name, in a dict for each module.
_overload_registry = collections.defaultdict(lambda: collections.defaultdict(dict))


def _underlying(method):
    """The function that a class or static method is made of."""
    return getattr(method, '__func__', method)


def overload(func):
    """Says how a function may be called."""
    function = _underlying(func)
    if hasattr(function, '__code__'):
        known = _overload_registry[function.__module__][function.__qualname__]
        known[function.__code__.co_firstlineno] = func
    return _overload_dummy


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


def get_overloads(func):
    """The overloads of a function, in the order of the source."""
    function = _underlying(func)
    by_name = _overload_registry.get(function.__module__)
    return [*by_name.get(function.__qualname__, {}).values()] if by_name else []


def clear_overloads():
    """Forgets all overloads."""
    _overload_registry.clear()


# ---- NewType


class NewType:
    """A type that is another one to all but type checkers."""

    __or__, __ror__ = _Unions.__or__, _Unions.__ror__

    def __init__(self, name, tp):
        self.__supertype__ = tp
        self.__qualname__, self.__name__ = name, name.rpartition('.')[2]
        made_in = _caller()
        if made_in != __name__:
            self.__module__ = made_in

    # Native, so that a call costs little.
    __call__ = _idfunc

    def __reduce__(self):
        return self.__qualname__

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __mro_entries__(self, bases):
        def refuse(cls):
            derived = cls.__name__
            raise TypeError(f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                            f'`{derived} = NewType({derived!r}, {self.__name__})`')

        return (type(self.__name__, (), {'__init_subclass__': refuse}),)
