"""Asking annotations: get_type_hints, get_origin, get_args."""

import functools
import operator
import sys
import types
from _typing import ParamSpecArgs, ParamSpecKwargs
from typing._aliases import Generic, _AnnotatedAlias, _BaseGenericAlias, _GenericAlias
from typing._checks import _should_unflatten_callable_args
from typing._forms import Annotated, ForwardRef, NotRequired, ReadOnly, Required, Unpack

__name__ = 'typing'

# What has arguments.
_subscripted = (_GenericAlias, types.GenericAlias, types.UnionType)


def get_origin(tp):
    """What stands in front of the brackets, or None."""
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return Annotated if isinstance(tp, _AnnotatedAlias) else tp.__origin__
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return Generic if tp is Generic else None


def get_args(tp):
    """What stands in the brackets."""
    if not isinstance(tp, _subscripted):
        return ()
    if isinstance(tp, _AnnotatedAlias):
        return tp.__origin__, *tp.__metadata__
    return tp.__args__ if isinstance(tp, types.UnionType) else _as_written(tp, tp.__args__)


def _as_written(alias, args):
    """The arguments of an alias as they stand in its brackets: the parameters of a callable in a list."""
    if not _should_unflatten_callable_args(alias, args):
        return args
    *params, result = args
    return params, result


def _with_args(t, args):
    """The same type with other arguments: that type itself if they are none others."""
    if args == t.__args__:
        return t
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, args)
    return types.GenericAlias(t.__origin__, args) if isinstance(t, types.GenericAlias) else t.copy_with(args)


def _strip_annotations(t):
    """The type without metadata and without the qualifiers of keys."""
    if isinstance(t, _AnnotatedAlias):
        bare = t.__origin__
    elif getattr(t, '__origin__', None) in (ReadOnly, Required, NotRequired):
        bare, = t.__args__
    elif isinstance(t, _subscripted):
        return _with_args(t, tuple(map(_strip_annotations, t.__args__)))
    else:
        return t
    return _strip_annotations(bare)


# ---- resolving references


def _eval_type(t, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """The type with all forward references in it resolved."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, _subscripted):
        return t
    if isinstance(t, types.GenericAlias):
        t = _with_references(t)
    return _with_args(t, tuple(
        _eval_type(arg, globalns, localns, type_params, recursive_guard=recursive_guard) for arg in t.__args__))


def _with_references(alias):
    """An alias of a built-in class with references for strings, which it takes as they are."""
    args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in alias.__args__)
    made = alias.__origin__[_as_written(alias, args)]
    return Unpack[made] if alias.__unpacked__ else made


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module, function or method, with strings evaluated."""
    hints = {}
    if getattr(obj, '__no_type_check__', None):
        return hints
    if isinstance(obj, type):
        for cls in obj.__mro__[::-1]:
            hints |= _hints_of_class(cls, globalns, localns)
    else:
        hints = _hints_of_other(obj, globalns, localns)
    if not include_extras:
        hints = {name: _strip_annotations(hint) for name, hint in hints.items()}
    return hints


def _resolve(owner, annotations, globalns, localns, **use):
    """Annotations as types. The use of strings among them says what is allowed there."""
    params = getattr(owner, '__type_params__', ())
    hints = {}
    for name, written in annotations.items():
        t = ForwardRef(written, **use) if isinstance(written, str) else types.NoneType if written is None else written
        hints[name] = _eval_type(t, globalns, localns, params)
    return hints


def _hints_of_class(cls, globalns, localns):
    annotations = vars(cls).get('__annotations__', {})
    if isinstance(annotations, types.GetSetDescriptorType):
        return {}
    of_module = getattr(sys.modules.get(cls.__module__), '__dict__', {})
    if globalns is None and localns is None:
        # The other way round: what the class shadows is not meant by its annotations.
        globalns, localns = dict(vars(cls)), of_module
    elif localns is None:
        localns = dict(vars(cls))
    elif globalns is None:
        globalns = of_module
    return _resolve(cls, annotations, globalns, localns, is_argument=False, is_class=True)


# What may be asked even if it has no annotations.
_annotatable = (types.ModuleType, types.FunctionType, types.BuiltinFunctionType, types.MethodType,
                types.MethodDescriptorType, types.MethodWrapperType, types.WrapperDescriptorType)


def _hints_of_other(obj, globalns, localns):
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if isinstance(obj, _annotatable):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    is_module = isinstance(obj, types.ModuleType)
    if globalns is None:
        globalns = vars(obj) if is_module else getattr(_unwrap(obj), '__globals__', {})
    if localns is None:
        localns = globalns
    return _resolve(obj, annotations, globalns, localns, is_argument=not is_module, is_class=False)


def _unwrap(function):
    """The function that all decorators are around."""
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
    return function
