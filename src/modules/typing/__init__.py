"""Names for types in annotations, and tools to ask what annotations say.

The parts: _checks has what counts as a type, _forms the special forms, _aliases what brackets make, _protocols and
_records the classes of that name, _hints the questions.
"""

import collections
import collections.abc
import sys
import types
from _typing import NoDefault, ParamSpec, ParamSpecArgs, ParamSpecKwargs, TypeAliasType, TypeVar, TypeVarTuple, _idfunc
from typing._checks import (_caller, _check_generic, _cleanups, _collect_type_parameters, _generic_base, _make_union,
                            _paramspec_prepare_subst, _paramspec_subst, _tp_cache, _type_check, _type_convert,
                            _type_repr, _typevar_prepare_subst, _typevar_subst, _typevartuple_prepare_subst, _unpack)
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

# Those the standard library's own generic aliases are made of.
T = TypeVar('T')
KT = TypeVar('KT')
VT = TypeVar('VT')
T_co = TypeVar('T_co', covariant=True)
V_co = TypeVar('V_co', covariant=True)
VT_co = TypeVar('VT_co', covariant=True)
T_contra = TypeVar('T_contra', contravariant=True)
CT_co = TypeVar('CT_co', covariant=True, bound=type)
AnyStr = TypeVar('AnyStr', bytes, str)

_alias = _SpecialGenericAlias

Hashable = _alias(collections.abc.Hashable, 0)
Awaitable = _alias(collections.abc.Awaitable, 1)
Coroutine = _alias(collections.abc.Coroutine, 3)
AsyncIterable = _alias(collections.abc.AsyncIterable, 1)
AsyncIterator = _alias(collections.abc.AsyncIterator, 1)
Iterable = _alias(collections.abc.Iterable, 1)
Iterator = _alias(collections.abc.Iterator, 1)
Reversible = _alias(collections.abc.Reversible, 1)
Sized = _alias(collections.abc.Sized, 0)
Container = _alias(collections.abc.Container, 1)
Collection = _alias(collections.abc.Collection, 1)
ByteString = _DeprecatedGenericAlias(collections.abc.ByteString, 0, removal_version=(3, 14))
Callable = _CallableType(collections.abc.Callable, 2)
AbstractSet = _alias(collections.abc.Set, 1, name='AbstractSet')
MutableSet = _alias(collections.abc.MutableSet, 1)
Mapping = _alias(collections.abc.Mapping, 2)
MutableMapping = _alias(collections.abc.MutableMapping, 2)
Sequence = _alias(collections.abc.Sequence, 1)
MutableSequence = _alias(collections.abc.MutableSequence, 1)
Tuple = _TupleType(tuple, -1, inst=False, name='Tuple')
List = _alias(list, 1, inst=False, name='List')
Deque = _alias(collections.deque, 1, name='Deque')
Set = _alias(set, 1, inst=False, name='Set')
FrozenSet = _alias(frozenset, 1, inst=False, name='FrozenSet')
MappingView = _alias(collections.abc.MappingView, 1)
KeysView = _alias(collections.abc.KeysView, 1)
ItemsView = _alias(collections.abc.ItemsView, 2)
ValuesView = _alias(collections.abc.ValuesView, 1)
Dict = _alias(dict, 2, inst=False, name='Dict')
DefaultDict = _alias(collections.defaultdict, 2, name='DefaultDict')
OrderedDict = _alias(collections.OrderedDict, 2)
Counter = _alias(collections.Counter, 1)
ChainMap = _alias(collections.ChainMap, 2)
Generator = _alias(collections.abc.Generator, 3, defaults=(types.NoneType, types.NoneType))
AsyncGenerator = _alias(collections.abc.AsyncGenerator, 2, defaults=(types.NoneType,))
Type = _alias(type, 1, inst=False, name='Type')

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
    if attr not in _places:
        raise AttributeError(f'module {__name__!r} has no attribute {attr!r}')
    import importlib
    module = importlib.import_module('typing.' + _places[attr])
    return globals().setdefault(attr, getattr(module, attr))


def __dir__():
    return sorted({*globals(), *_places})


def cast(typ, val):
    """The value: says to type checkers what type it has."""
    return val


def assert_type(val, typ, /):
    """The value: asks type checkers whether it has this type."""
    return val


def assert_never(arg: Never, /) -> Never:
    """Says that control can't get here."""
    value = repr(arg)
    if len(value) > 100:
        value = value[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {value}')


def reveal_type[T](obj: T, /) -> T:
    """The value; its type is shown."""
    print(f'Runtime type is {type(obj).__name__!r}', file=sys.stderr)
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


def no_type_check(arg):
    """Says that annotations are no types."""
    if isinstance(arg, type):
        for name in dir(arg):
            obj = getattr(arg, name)
            if (not hasattr(obj, '__qualname__') or obj.__qualname__ != f'{arg.__qualname__}.{obj.__name__}'
                    or getattr(obj, '__module__', None) != arg.__module__):
                # Not its own, but for instance an alias or inherited.
                continue
            if isinstance(obj, types.FunctionType):
                obj.__no_type_check__ = True
            if isinstance(obj, types.MethodType):
                obj.__func__.__no_type_check__ = True
            if isinstance(obj, type):
                no_type_check(obj)
    return _flag(arg, '__no_type_check__')


def no_type_check_decorator(decorator):
    """Lets a decorator do what no_type_check does."""
    import functools
    import warnings
    warnings._deprecated('typing.no_type_check_decorator', remove=(3, 15))

    @functools.wraps(decorator)
    def wrapped(*args, **kwds):
        return no_type_check(decorator(*args, **kwds))

    return wrapped


def _overload_dummy(*args, **kwds):
    raise NotImplementedError(
        'You should not call an overloaded function. A series of @overload-decorated functions outside a stub module '
        'should always be followed by an implementation that is not @overload-ed.')


# By module, qualified name and first line.
_overload_registry = collections.defaultdict(lambda: collections.defaultdict(dict))


def overload(func):
    """Says how a function may be called."""
    f = getattr(func, '__func__', func)
    try:
        _overload_registry[f.__module__][f.__qualname__][f.__code__.co_firstlineno] = func
    except AttributeError:
        # Not a plain function: it can't be told apart from others.
        pass
    return _overload_dummy


def get_overloads(func):
    """The overloads of a function, in the order of the source."""
    f = getattr(func, '__func__', func)
    module = _overload_registry.get(f.__module__, {})
    return list(module.get(f.__qualname__, {}).values())


def clear_overloads():
    """Forgets all overloads."""
    _overload_registry.clear()


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Says that a decorator, class or metaclass makes classes as dataclass does."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default,
            'order_default': order_default,
            'kw_only_default': kw_only_default,
            'frozen_default': frozen_default,
            'field_specifiers': field_specifiers,
            'kwargs': kwargs,
        }
        return cls_or_fn

    return decorator


class NewType:
    """A type that is another one to all but type checkers."""

    __call__ = _idfunc

    def __init__(self, name, tp):
        self.__qualname__ = name
        if '.' in name:
            name = name.rpartition('.')[-1]
        self.__name__ = name
        self.__supertype__ = tp
        module = _caller()
        if module != 'typing':
            self.__module__ = module

    def __mro_entries__(self, bases):
        superclass = self.__name__

        class Dummy:
            def __init_subclass__(cls):
                subclass = cls.__name__
                raise TypeError(
                    f'Cannot subclass an instance of NewType. Perhaps you were looking for: '
                    f'`{subclass} = NewType({subclass!r}, {superclass})`')

        return (Dummy,)

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'

    def __reduce__(self):
        return self.__qualname__

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]
