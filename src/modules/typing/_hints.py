"""Asking annotations: get_type_hints, get_origin, get_args."""

import collections.abc
import functools
import operator
import sys
import types
from _typing import ParamSpec, ParamSpecArgs, ParamSpecKwargs
from typing._aliases import Generic, _AnnotatedAlias, _BaseGenericAlias, _GenericAlias
from typing._checks import _should_unflatten_callable_args
from typing._forms import Annotated, ForwardRef, NotRequired, ReadOnly, Required, Unpack

__name__ = 'typing'


def _eval_type(t, globalns, localns, type_params=(), *, recursive_guard=frozenset()):
    """The type with all forward references in it resolved."""
    if isinstance(t, ForwardRef):
        return t._evaluate(globalns, localns, type_params, recursive_guard=recursive_guard)
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    if isinstance(t, types.GenericAlias):
        args = tuple(ForwardRef(arg) if isinstance(arg, str) else arg for arg in t.__args__)
        unpacked = t.__unpacked__
        if _should_unflatten_callable_args(t, args):
            t = t.__origin__[(args[:-1], args[-1])]
        else:
            t = t.__origin__[args]
        if unpacked:
            t = Unpack[t]
    evaluated = tuple(_eval_type(a, globalns, localns, type_params, recursive_guard=recursive_guard)
                      for a in t.__args__)
    if evaluated == t.__args__:
        return t
    if isinstance(t, types.GenericAlias):
        return types.GenericAlias(t.__origin__, evaluated)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, evaluated)
    return t.copy_with(evaluated)


_with_globals = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.ModuleType,
                 types.WrapperDescriptorType, types.MethodWrapperType, types.MethodDescriptorType)


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """The annotations of a class, module, function or method, with strings evaluated."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            hints.update(_class_hints(base, globalns, localns))
    else:
        hints = _function_hints(obj, globalns, localns)
    return hints if include_extras else {name: _strip_annotations(t) for name, t in hints.items()}


def _class_hints(base, globalns, localns):
    base_globals = globalns
    if base_globals is None:
        base_globals = getattr(sys.modules.get(base.__module__, None), '__dict__', {})
    annotations = base.__dict__.get('__annotations__', {})
    if isinstance(annotations, types.GetSetDescriptorType):
        annotations = {}
    base_locals = dict(vars(base)) if localns is None else localns
    if localns is None and globalns is None:
        # What the class shadows is not meant by its annotations.
        base_globals, base_locals = base_locals, base_globals
    hints = {}
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=False, is_class=True)
        hints[name] = _eval_type(value, base_globals, base_locals, getattr(base, '__type_params__', ()))
    return hints


def _function_hints(obj, globalns, localns):
    if globalns is None:
        if isinstance(obj, types.ModuleType):
            globalns = obj.__dict__
        else:
            wrapped = obj
            while hasattr(wrapped, '__wrapped__'):
                wrapped = wrapped.__wrapped__
            globalns = getattr(wrapped, '__globals__', {})
        if localns is None:
            localns = globalns
    elif localns is None:
        localns = globalns
    annotations = getattr(obj, '__annotations__', None)
    if annotations is None:
        if isinstance(obj, _with_globals):
            return {}
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    hints = {}
    params = getattr(obj, '__type_params__', ())
    for name, value in annotations.items():
        if value is None:
            value = type(None)
        if isinstance(value, str):
            value = ForwardRef(value, is_argument=not isinstance(obj, types.ModuleType), is_class=False)
        hints[name] = _eval_type(value, globalns, localns, params)
    return hints


def _strip_annotations(t):
    """The type without metadata and without the qualifiers of keys."""
    if isinstance(t, _AnnotatedAlias):
        return _strip_annotations(t.__origin__)
    if hasattr(t, '__origin__') and t.__origin__ in (Required, NotRequired, ReadOnly):
        return _strip_annotations(t.__args__[0])
    if not isinstance(t, (_GenericAlias, types.GenericAlias, types.UnionType)):
        return t
    stripped = tuple(_strip_annotations(a) for a in t.__args__)
    if stripped == t.__args__:
        return t
    if isinstance(t, types.GenericAlias):
        return types.GenericAlias(t.__origin__, stripped)
    if isinstance(t, types.UnionType):
        return functools.reduce(operator.or_, stripped)
    return t.copy_with(stripped)


def get_origin(tp):
    """What stands in front of the brackets, or None."""
    if isinstance(tp, _AnnotatedAlias):
        return Annotated
    if isinstance(tp, (_BaseGenericAlias, types.GenericAlias, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, types.UnionType):
        return types.UnionType
    return None


def get_args(tp):
    """What stands in the brackets."""
    if isinstance(tp, _AnnotatedAlias):
        return (tp.__origin__, *tp.__metadata__)
    if isinstance(tp, (_GenericAlias, types.GenericAlias)):
        args = tp.__args__
        if _should_unflatten_callable_args(tp, args):
            args = list(args[:-1]), args[-1]
        return args
    if isinstance(tp, types.UnionType):
        return tp.__args__
    return ()
