"""What counts as a type: conversion, checks, how types show, and which type parameters they have."""

import functools
import sys
import types
from _typing import ParamSpec, TypeVar, TypeVarTuple

# What is defined here belongs to typing.
__name__ = 'typing'


def _as_tuple(parameters):
    """What stands in brackets, which is no tuple if it is one alone."""
    return parameters if isinstance(parameters, tuple) else (parameters,)


def _type_convert(arg, module=None, *, allow_special_forms=False):
    """None stands for its type, and a string for a type to be found later."""
    if arg is None:
        return type(None)
    if isinstance(arg, str):
        from typing import ForwardRef
        return ForwardRef(arg, module=module, is_class=allow_special_forms)
    return arg


def _type_check(arg, msg, is_argument=True, module=None, *, allow_special_forms=False):
    """The argument as a type, or TypeError if it plainly is none."""
    from typing._aliases import _GenericAlias, _declaring
    from typing._forms import ClassVar, Final, _SpecialForm, _allowed_bare
    if isinstance(arg, type) and arg not in _declaring:
        return arg
    not_arguments = [*_declaring]
    if not allow_special_forms:
        not_arguments.append(ClassVar)
        if is_argument:
            not_arguments.append(Final)
    arg = _type_convert(arg, module=module, allow_special_forms=allow_special_forms)
    if isinstance(arg, _GenericAlias) and arg.__origin__ in not_arguments:
        raise TypeError(f'{arg} is not valid as type argument')
    if arg in _allowed_bare:
        return arg
    if allow_special_forms and arg in (ClassVar, Final):
        return arg
    if isinstance(arg, _SpecialForm) or arg in _declaring:
        raise TypeError(f'Plain {arg} is not valid as type argument')
    if type(arg) is tuple:
        raise TypeError(f'{msg} Got {arg!r:.100}.')
    return arg


def _is_param_expr(arg):
    """Whether the argument stands for the parameters of a callable."""
    from typing import _ConcatenateGenericAlias
    return arg is ... or isinstance(arg, (tuple, list, ParamSpec, _ConcatenateGenericAlias))


def _should_unflatten_callable_args(typ, args):
    """Whether the parameters of a callable alias have to be put into a list of their own again."""
    import collections.abc
    return typ.__origin__ is collections.abc.Callable and not (len(args) == 2 and _is_param_expr(args[0]))


def _type_repr(obj):
    """A class shows as its qualified name, all else as its repr."""
    if isinstance(obj, tuple):
        return '[' + ', '.join(_type_repr(t) for t in obj) + ']'
    if isinstance(obj, type) and not isinstance(obj, types.GenericAlias):
        if obj.__module__ == 'builtins':
            return obj.__qualname__
        return f'{obj.__module__}.{obj.__qualname__}'
    if obj is ...:
        return '...'
    if isinstance(obj, types.FunctionType):
        return obj.__name__
    return repr(obj)


def _is_unpacked_typevartuple(x):
    return not isinstance(x, type) and getattr(x, '__typing_is_unpacked_typevartuple__', False)


def _is_typevar_like(x):
    return isinstance(x, (TypeVar, ParamSpec)) or _is_unpacked_typevartuple(x)


def _collect_type_parameters(args, *, enforce_default_ordering=True):
    """The type parameters in the arguments, each once, in order."""
    found = []
    default_seen = tuple_seen = False

    def add(parameter):
        nonlocal default_seen, tuple_seen
        if parameter in found:
            return
        if enforce_default_ordering and isinstance(parameter, (TypeVar, TypeVarTuple, ParamSpec)):
            if parameter.has_default():
                if tuple_seen:
                    raise TypeError('Type parameter with a default follows TypeVarTuple')
                default_seen = True
            elif default_seen:
                raise TypeError(f'Type parameter {parameter!r} without a default follows type parameter with a default')
        found.append(parameter)

    for arg in args:
        if isinstance(arg, type):
            continue
        if isinstance(arg, tuple):
            for parameter in _collect_type_parameters(arg, enforce_default_ordering=False):
                if parameter not in found:
                    found.append(parameter)
        elif hasattr(arg, '__typing_subst__'):
            add(arg)
        else:
            if _is_unpacked_typevartuple(arg):
                tuple_seen = True
            for parameter in getattr(arg, '__parameters__', ()):
                if parameter not in found:
                    found.append(parameter)
    return tuple(found)


def _check_generic(cls, parameters, count):
    """Checks the number of arguments of a form with this many parameters; -1 is any number."""
    if not count:
        raise TypeError(f'{cls} is not a generic class')
    given = len(parameters)
    if given == count:
        return
    expected = count
    if given < count and hasattr(cls, '__parameters__'):
        if getattr(cls.__parameters__[given], '__default__', None) is not _no_default():
            return
        needed = sum(getattr(p, '__default__', None) is _no_default() for p in cls.__parameters__)
        if given < needed:
            expected = f'at least {needed}'
    raise _wrong_count(cls, given, count, expected)


def _wrong_count(owner, given, wanted, expected=None):
    """The error that says that there are too many arguments, or too few."""
    how = 'many' if given > wanted else 'few'
    return TypeError(f'Too {how} arguments for {owner}; actual {given}, expected {expected or wanted}')


def _no_default():
    from _typing import NoDefault
    return NoDefault


def _unpack_args(*args):
    """The arguments, with unpacked tuples of known length in place."""
    unpacked = []
    for arg in args:
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None) if not isinstance(arg, type) else None
        if inner is not None and not (inner and inner[-1] is ...):
            unpacked.extend(inner)
        else:
            unpacked.append(arg)
    return unpacked


_cleanups = []


def _tp_cache(func=None, /, *, typed=False):
    """Remembers answers, where the arguments are hashable."""
    def decorator(func):
        cached = functools.lru_cache(typed=typed)(func)
        _cleanups.append(cached.cache_clear)

        @functools.wraps(func)
        def inner(*args, **kwds):
            try:
                return cached(*args, **kwds)
            except TypeError:
                # Not hashable; a real error comes again.
                return func(*args, **kwds)
        return inner

    return decorator if func is None else decorator(func)


def _caller(depth=1, default='__main__'):
    """The name of the module that called the function that asks."""
    try:
        return sys._getframe(depth + 1).f_globals.get('__name__', default)
    except ValueError:
        return None


class _Unions:
    """The methods of what can be part of a union, for other classes to take."""

    def __or__(self, other):
        return _make_union(self, other)

    def __ror__(self, other):
        return _make_union(other, self)


# ---- what the native type parameters do when a generic gets its arguments


def _make_union(left, right):
    from typing._forms import Union
    return Union[left, right]


def _unpack(parameter):
    from typing._forms import Unpack
    return Unpack[parameter]


def _generic_base(parameters):
    """The base that the type parameters of a class make."""
    from typing._aliases import Generic, _GenericAlias
    unpacked = tuple(_unpack(p) if isinstance(p, TypeVarTuple) else p for p in parameters)
    return _GenericAlias(Generic, unpacked)


def _typevar_subst(self, arg):
    arg = _type_check(arg, 'Parameters to generic types must be types.', is_argument=True)
    from typing import Unpack, _GenericAlias
    if ((isinstance(arg, _GenericAlias) and arg.__origin__ is Unpack)
            or (isinstance(arg, types.GenericAlias) and getattr(arg, '__unpacked__', False))):
        raise TypeError(f'{arg} is not valid as type argument')
    return arg


def _typevar_prepare_subst(self, alias, args):
    parameters = alias.__parameters__
    given = len(args)
    index = parameters.index(self)
    if index < given:
        return args
    if index == given and self.has_default():
        return *args, self.__default__
    needed = sum(not (p.has_default() or isinstance(p, TypeVarTuple)) for p in parameters)
    raise TypeError(f'Too few arguments for {alias}; actual {given}, expected at least {needed}')


def _paramspec_subst(self, arg):
    if isinstance(arg, (list, tuple)):
        return tuple(_type_check(a, 'Expected a type.') for a in arg)
    if not _is_param_expr(arg):
        raise TypeError(f'Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {arg}')
    return arg


def _paramspec_prepare_subst(self, alias, args):
    parameters = alias.__parameters__
    index = parameters.index(self)
    if index == len(args) and self.has_default():
        args = *args, self.__default__
    if index >= len(args):
        raise TypeError(f'Too few arguments for {alias}')
    # The brackets around a lone list of parameters may be left out.
    if len(parameters) == 1 and not _is_param_expr(args[0]):
        return (args,)
    if isinstance(args[index], list):
        args = *args[:index], tuple(args[index]), *args[index + 1:]
    return args


def _typevartuple_prepare_subst(self, alias, args):
    parameters = alias.__parameters__
    index = parameters.index(self)
    if any(isinstance(p, TypeVarTuple) for p in parameters[index + 1:]):
        raise TypeError(f'More than one TypeVarTuple parameter in {alias}')
    given, wanted = len(args), len(parameters)
    left, right = index, wanted - index - 1
    unbounded = None
    filler = None
    for k, arg in enumerate(args):
        inner = getattr(arg, '__typing_unpacked_tuple_args__', None) if not isinstance(arg, type) else None
        if inner and len(inner) == 2 and inner[-1] is ...:
            if unbounded is not None:
                raise TypeError('More than one unpacked arbitrary-length tuple argument')
            unbounded, filler = k, inner[0]
    if unbounded is not None:
        left = min(left, unbounded)
        right = min(right, given - unbounded - 1)
    elif left + right > given:
        raise TypeError(f'Too few arguments for {alias}; actual {given}, expected at least {wanted - 1}')
    if left == given - right and self.has_default():
        replacement = _unpack_args(self.__default__)
    else:
        replacement = args[left:given - right]
    before = [filler] * (index - left)
    behind = [filler] * (wanted - index - 1 - right)
    return (*args[:left], *before, replacement, *behind, *args[given - right:])
