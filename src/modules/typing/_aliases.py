"""Generic aliases: what brackets behind a generic class or a special form make."""

import collections.abc
import copyreg
import functools
import operator
import types
from _typing import ParamSpec, TypeVarTuple
from typing._checks import (_check_generic, _collect_type_parameters, _is_param_expr, _is_unpacked_typevartuple,
                            _should_unflatten_callable_args, _tp_cache, _type_check, _type_convert, _type_repr,
                            _unpack_args)
from typing._forms import Annotated, Concatenate, Literal, Union, Unpack, _Final, _NotIterable, _SpecialForm

__name__ = 'typing'


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _is_unpacked(obj):
    """Whether it is *Ts, *tuple[...] or Unpack[...]."""
    return isinstance(obj, _UnpackGenericAlias) or (
        isinstance(obj, types.GenericAlias) and getattr(obj, '__unpacked__', False))


class _BaseGenericAlias(_Final, _root=True):
    """Stands for its origin where that is called, derived from or asked for attributes."""

    def __init__(self, origin, *, inst=True, name=None):
        # All at once, and past __setattr__.
        vars(self).update(_inst=inst, _name=name, __origin__=origin, __slots__=None)

    def __call__(self, *args, **kwargs):
        if not self._inst:
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self.__origin__.__name__}() instead')
        made = self.__origin__(*args, **kwargs)
        try:
            made.__orig_class__ = self
        except Exception:
            # It may refuse in any way: slots, or a __setattr__ of its own.
            pass
        return made

    def __mro_entries__(self, bases):
        entries = []
        if self.__origin__ not in bases:
            entries.append(self.__origin__)
        # A generic base that is not derived from Generic brings it along, unless one that comes later does.
        at = bases.index(self)
        for base in bases[at + 1:]:
            if isinstance(base, _BaseGenericAlias) or issubclass(base, Generic):
                break
        else:
            entries.append(Generic)
        return tuple(entries)

    def __getattr__(self, attr):
        if attr in {'__origin__', '__args__'}:
            return super().__getattr__(attr)
        if attr in {'__name__', '__qualname__'}:
            return self._name or self.__origin__.__name__
        if '__origin__' in self.__dict__ and not _is_dunder(attr):
            return getattr(self.__origin__, attr)
        raise AttributeError(attr)

    def __setattr__(self, attr, val):
        if _is_dunder(attr) or attr in {'_name', '_inst', '_nparams', '_paramspec_tvars', '_typevar_types',
                                        '_defaults'}:
            super().__setattr__(attr, val)
        else:
            setattr(self.__origin__, attr, val)

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __dir__(self):
        return list(set(super().__dir__() + [name for name in dir(self.__origin__) if not _is_dunder(name)]))


class _GenericAlias(_BaseGenericAlias, _root=True):
    """An origin with arguments: Generic[T], ClassVar[int], MyGeneric[str]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        super().__init__(origin, inst=inst, name=name)
        if not isinstance(args, tuple):
            args = (args,)
        ordered = origin in _declaring
        parameters = _collect_type_parameters(args, enforce_default_ordering=ordered)
        vars(self).update(__args__=args, __parameters__=parameters)
        if not name:
            vars(self)['__module__'] = origin.__module__

    def __eq__(self, other):
        if not isinstance(other, _GenericAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]

    @_tp_cache
    def __getitem__(self, args):
        if self.__origin__ in _declaring:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not self.__parameters__:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        args = _unpack_args(*(_type_convert(p) for p in args))
        return self.copy_with(self._determine_new_args(tuple(args)))

    def _determine_new_args(self, args):
        params = self.__parameters__
        for param in params:
            prepare = getattr(param, '__typing_prepare_subst__', None)
            if prepare is not None:
                args = prepare(self, args)
        given, wanted = len(args), len(params)
        if given != wanted:
            how = 'many' if given > wanted else 'few'
            raise TypeError(f'Too {how} arguments for {self}; actual {given}, expected {wanted}')
        return tuple(self._make_substitution(self.__args__, dict(zip(params, args))))

    def _make_substitution(self, args, replaced):
        made = []
        for old in args:
            if isinstance(old, type):
                made.append(old)
                continue
            subst = getattr(old, '__typing_subst__', None)
            if subst:
                new = subst(replaced[old])
            else:
                new = self._substitute_inside(old, replaced)
            if self.__origin__ == collections.abc.Callable and isinstance(new, tuple):
                # A callable's parameters lie flat in its arguments.
                made.extend(new)
            elif _is_unpacked_typevartuple(old):
                made.extend(new)
            elif isinstance(old, tuple):
                made.append(tuple(self._make_substitution(old, replaced)))
            else:
                made.append(new)
        return made

    def _substitute_inside(self, old, replaced):
        subparams = getattr(old, '__parameters__', ())
        if not subparams:
            return old
        subargs = []
        for param in subparams:
            if isinstance(param, TypeVarTuple):
                subargs.extend(replaced[param])
            else:
                subargs.append(replaced[param])
        return old[tuple(subargs)]

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join(_type_repr(a) for a in self.__args__) if self.__args__ else '()'
        return f'{name}[{args}]'

    def __reduce__(self):
        import typing
        origin = getattr(typing, self._name) if self._name else self.__origin__
        args = tuple(self.__args__)
        if len(args) == 1 and not isinstance(args[0], tuple):
            args, = args
        return operator.getitem, (origin, args)

    def __mro_entries__(self, bases):
        if isinstance(self.__origin__, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if self.__origin__ is Generic:
            if any(base is not Generic and base in _declaring for base in bases):
                return ()
            at = bases.index(self)
            for base in bases[at + 1:]:
                if isinstance(base, _BaseGenericAlias) and base is not self:
                    return ()
        return (self.__origin__,)

    def __iter__(self):
        yield Unpack[self]


class _SpecialGenericAlias(_NotIterable, _BaseGenericAlias, _root=True):
    """A class of another module under its name in typing: List, Iterable."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        if name is None:
            name = origin.__name__
        super().__init__(origin, inst=inst, name=name)
        module = '' if origin.__module__ == 'builtins' else origin.__module__ + '.'
        doc = f'A generic version of {module}{origin.__qualname__}.'
        vars(self).update(_nparams=nparams, _defaults=defaults, __doc__=doc)

    @_tp_cache
    def __getitem__(self, params):
        if not self._nparams:
            raise TypeError(f'{self} is not a generic class')
        if not isinstance(params, tuple):
            params = (params,)
        message = 'Parameters to generic types must be types.'
        params = tuple(_type_check(p, message) for p in params)
        least = self._nparams - len(self._defaults)
        if self._defaults and least <= len(params) < self._nparams:
            params = (*params, *self._defaults[len(params) - self._nparams:])
        if len(params) != self._nparams:
            how = 'many' if len(params) > self._nparams else 'few'
            expected = f'at least {least}' if self._defaults else self._nparams
            raise TypeError(f'Too {how} arguments for {self}; actual {len(params)}, expected {expected}')
        return self.copy_with(params)

    def copy_with(self, params):
        return _GenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __repr__(self):
        return 'typing.' + self._name

    def __subclasscheck__(self, cls):
        if isinstance(cls, _SpecialGenericAlias):
            return issubclass(cls.__origin__, self.__origin__)
        if not isinstance(cls, _GenericAlias):
            return issubclass(cls, self.__origin__)
        return super().__subclasscheck__(cls)

    def __reduce__(self):
        return self._name

    def __or__(self, right):
        return Union[self, right]

    def __ror__(self, left):
        return Union[left, self]


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    """One that warns where it is used for checks."""

    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        # Attributes that are set are those of the origin.
        vars(self)['_removal_version'] = removal_version

    def __instancecheck__(self, inst):
        self.__warn()
        return super().__instancecheck__(inst)

    def __subclasscheck__(self, cls):
        self.__warn()
        return super().__subclasscheck__(cls)

    def __warn(self):
        import warnings
        warnings._deprecated(f'{self.__module__}.{self._name}', remove=self._removal_version)


class _CallableGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and _is_param_expr(args[0]):
            return super().__repr__()
        params = ', '.join(_type_repr(a) for a in args[:-1])
        return f'typing.Callable[[{params}], {_type_repr(args[-1])}]'

    def __reduce__(self):
        from typing import Callable
        args = self.__args__
        if not (len(args) == 2 and _is_param_expr(args[0])):
            args = list(args[:-1]), args[-1]
        return operator.getitem, (Callable, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def copy_with(self, params):
        return _CallableGenericAlias(self.__origin__, params, name=self._name, inst=self._inst)

    def __getitem__(self, params):
        if not isinstance(params, tuple) or len(params) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        args, result = params
        # Lists can't be remembered.
        return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))

    @_tp_cache
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        if args is ...:
            return self.copy_with((..., result))
        if not isinstance(args, tuple):
            args = (args,)
        return self.copy_with((*(_type_convert(arg) for arg in args), result))


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        if not isinstance(params, tuple):
            params = (params,)
        if len(params) >= 2 and params[-1] is ...:
            message = 'Tuple[t, ...]: t must be a type.'
            return self.copy_with((*(_type_check(p, message) for p in params[:-1]), ...))
        message = 'Tuple[t0, t1, ...]: each t must be a type.'
        return self.copy_with(tuple(_type_check(p, message) for p in params))


class _UnionGenericAlias(_NotIterable, _GenericAlias, _root=True):
    def copy_with(self, params):
        return Union[params]

    def __eq__(self, other):
        if not isinstance(other, (_UnionGenericAlias, types.UnionType)):
            return NotImplemented
        try:
            return set(self.__args__) == set(other.__args__)
        except TypeError:
            mine, others = list(self.__args__), list(other.__args__)
            return len(mine) == len(others) and all(a in others for a in mine)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        args = self.__args__
        if len(args) == 2:
            if args[0] is type(None):
                return f'typing.Optional[{_type_repr(args[1])}]'
            if args[1] is type(None):
                return f'typing.Optional[{_type_repr(args[0])}]'
        return super().__repr__()

    def __instancecheck__(self, obj):
        for cls in self.__args__:
            if isinstance(obj, cls):
                return True
        return False

    def __subclasscheck__(self, cls):
        for arg in self.__args__:
            if issubclass(cls, arg):
                return True
        return False

    def __reduce__(self):
        func, (_, args) = super().__reduce__()
        return func, (Union, args)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __eq__(self, other):
        if not isinstance(other, _LiteralGenericAlias):
            return NotImplemented
        return set(_values_and_types(self.__args__)) == set(_values_and_types(other.__args__))

    def __hash__(self):
        return hash(frozenset(_values_and_types(self.__args__)))


def _values_and_types(values):
    return [(v, type(v)) for v in values]


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        if isinstance(params[-1], (list, tuple)):
            return (*params[:-1], *params[-1])
        if isinstance(params[-1], _ConcatenateGenericAlias):
            params = (*params[:-1], *params[-1].__args__)
        return super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        return f'typing.Unpack[{_type_repr(self.__args__[0])}]'

    def __getitem__(self, args):
        if self.__typing_is_unpacked_typevartuple__:
            return args
        return super().__getitem__(args)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if isinstance(arg, types.GenericAlias):
            return arg.__args__
        if isinstance(arg, _GenericAlias):
            if arg.__origin__ is not tuple:
                raise TypeError('Unpack[...] must be used with a tuple type')
            return arg.__args__
        return None

    @property
    def __typing_is_unpacked_typevartuple__(self):
        return isinstance(self.__args__[0], TypeVarTuple)


class _AnnotatedAlias(_NotIterable, _GenericAlias, _root=True):
    """A type with metadata behind it. One around another is one with all the metadata."""

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            metadata = origin.__metadata__ + metadata
            origin = origin.__origin__
        super().__init__(origin, origin, name='Annotated')
        self.__metadata__ = metadata

    def copy_with(self, params):
        new_type, = params
        return _AnnotatedAlias(new_type, self.__metadata__)

    def __repr__(self):
        metadata = ', '.join(repr(a) for a in self.__metadata__)
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {metadata}]'

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))

    def __eq__(self, other):
        if not isinstance(other, _AnnotatedAlias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self.__metadata__ == other.__metadata__

    def __hash__(self):
        return hash((self.__origin__, self.__metadata__))

    def __getattr__(self, attr):
        if attr in {'__name__', '__qualname__'}:
            return 'Annotated'
        return super().__getattr__(attr)

    def __mro_entries__(self, bases):
        return (self.__origin__,)


# ---- Generic


def _generic_class_getitem(cls, args):
    """What brackets behind a generic class make; behind Generic itself they declare type parameters."""
    from typing._checks import _is_typevar_like
    if not isinstance(args, tuple):
        args = (args,)
    args = tuple(_type_convert(p) for p in args)
    if cls in _declaring:
        if not args:
            raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
        if not all(_is_typevar_like(p) for p in args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be type variables or parameter specification '
                            'variables.')
        if len(set(args)) != len(args):
            raise TypeError(f'Parameters to {cls.__name__}[...] must all be unique')
        return _GenericAlias(cls, args)
    for param in cls.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare is not None:
            args = prepare(cls, args)
    _check_generic(cls, args, len(cls.__parameters__))
    flat = []
    for param, new in zip(cls.__parameters__, args):
        if isinstance(param, TypeVarTuple):
            flat.extend(new)
        else:
            flat.append(new)
    return _GenericAlias(cls, tuple(flat))


def _generic_init_subclass(cls, *args, **kwargs):
    """Finds the type parameters of a new generic class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    params = []
    if '__orig_bases__' in cls.__dict__:
        error = Generic in cls.__orig_bases__
    else:
        error = Generic in cls.__bases__ and cls.__name__ != 'Protocol' and type(cls).__name__ != '_TypedDictMeta'
    if error:
        raise TypeError('Cannot inherit from plain Generic')
    if '__orig_bases__' in cls.__dict__:
        params = _collect_type_parameters(cls.__orig_bases__)
        declared = None
        for base in cls.__orig_bases__:
            if isinstance(base, _GenericAlias) and base.__origin__ in _declaring:
                if declared is not None:
                    raise TypeError('Cannot inherit from Generic[...] multiple times.')
                declared = base
        if declared is not None:
            missing = [p for p in params if p not in set(declared.__parameters__)]
            if missing:
                names = ', '.join(str(t) for t in missing)
                listed = ', '.join(str(t) for t in declared.__parameters__)
                raise TypeError(f'Some type variables ({names}) are not listed in '
                                f'{declared.__origin__.__name__}[{listed}]')
            params = declared.__parameters__
    cls.__parameters__ = tuple(params)


class Generic:
    """The base of generic classes."""

    __slots__ = ()
    _is_protocol = False

    @_tp_cache
    def __class_getitem__(cls, args):
        return _generic_class_getitem(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        _generic_init_subclass(cls, *args, **kwargs)


# Classes whose brackets declare type parameters; Protocol is the other one.
_declaring = [Generic]
