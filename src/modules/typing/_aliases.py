"""Generic aliases: what brackets behind a generic class or a special form make."""

import collections.abc
import operator
import sys
import types
from _typing import ParamSpec, TypeVarTuple
from typing._checks import (_Unions, _as_tuple, _check_generic, _collect_type_parameters, _is_typevar_like,
                            _is_unpacked_typevartuple, _should_unflatten_callable_args, _tp_cache, _type_check,
                            _type_convert, _type_repr, _unpack_args, _wrong_count)
from typing._forms import Annotated, Union, Unpack, _Final, _SpecialForm, _refusal

__name__ = 'typing'


def _is_dunder(name):
    return name.startswith('__') and name.endswith('__')


def _is_unpacked(obj):
    """Whether it is *Ts, *tuple[...] or Unpack[...]."""
    return isinstance(obj, _UnpackGenericAlias) or (
        isinstance(obj, types.GenericAlias) and getattr(obj, '__unpacked__', False))


# ---- type parameters and what they stand for


def _prepare(owner, args):
    """The arguments, one for each type parameter: those of a TypeVarTuple together, and defaults where there are."""
    for param in owner.__parameters__:
        prepare = getattr(param, '__typing_prepare_subst__', None)
        if prepare:
            args = prepare(owner, args)
    return args


def _in_one_row(params, values):
    """What type parameters stand for: that of a TypeVarTuple is several."""
    row = []
    for param, value in zip(params, values):
        row += value if isinstance(param, TypeVarTuple) else [value]
    return row


def _substitute(origin, args, values):
    """The arguments of an alias, with the values of type parameters in their place."""
    for arg in args:
        if isinstance(arg, type):
            yield arg
            continue
        subst = getattr(arg, '__typing_subst__', None)
        if subst:
            new = subst(values[arg])
        elif isinstance(arg, tuple):
            new = tuple(_substitute(origin, arg, values))
        else:
            inner = getattr(arg, '__parameters__', ())
            new = arg[*_in_one_row(inner, [values[param] for param in inner])] if inner else arg
        # A callable's parameters lie flat in its arguments.
        if _is_unpacked_typevartuple(arg) or isinstance(new, tuple) and origin is collections.abc.Callable:
            yield from new
        else:
            yield new


def _brings_generic(base, bases):
    """Whether what stands among the bases of a class will give it Generic."""
    if isinstance(base, _BaseGenericAlias):
        return True
    if isinstance(base, type):
        return issubclass(base, Generic)
    entries = base.__mro_entries__(bases) if hasattr(base, '__mro_entries__') else ()
    return isinstance(entries, tuple) and any(isinstance(e, type) and issubclass(e, Generic) for e in entries)


# ---- aliases

# An alias's own attributes hide those of its origin, so there are few of them, and helpers are functions.
_kept = frozenset({'_defaults', '_inst', '_name', '_nparams', '_paramspec_tvars', '_typevar_types'})


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

    def __getattr__(self, attr):
        if attr == '__name__' or attr == '__qualname__':
            return self._name or self.__origin__.__name__
        if _is_dunder(attr) or '__origin__' not in vars(self):
            raise AttributeError(attr)
        return getattr(self.__origin__, attr)

    def __setattr__(self, attr, val):
        if attr not in _kept and not _is_dunder(attr):
            setattr(self.__origin__, attr, val)
        else:
            super().__setattr__(attr, val)

    def __dir__(self):
        return list({*super().__dir__(), *(name for name in dir(self.__origin__) if not _is_dunder(name))})

    def __mro_entries__(self, bases):
        entries = () if self.__origin__ in bases else (self.__origin__,)
        # Of all bases that bring Generic along the last does it.
        later = bases[bases.index(self) + 1:]
        return entries if any(_brings_generic(base, bases) for base in later) else (*entries, Generic)

    __subclasscheck__ = _refusal('Subscripted generics cannot be used with class and instance checks')

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))


class _GenericAlias(_BaseGenericAlias, _root=True):
    """An origin with arguments: Generic[T], ClassVar[int], MyGeneric[str]."""

    def __init__(self, origin, args, *, inst=True, name=None):
        args = _as_tuple(args)
        # Where type parameters are declared, those with defaults come last.
        parameters = _collect_type_parameters(args, enforce_default_ordering=origin in _declaring)
        super().__init__(origin, inst=inst, name=name)
        vars(self).update(__args__=args, __parameters__=parameters)
        if not name:
            vars(self)['__module__'] = origin.__module__

    def __compared__(self):
        """What makes two aliases equal."""
        return self.__origin__, self.__args__

    def __hash__(self):
        return hash(self.__compared__())

    def __eq__(self, other):
        return self.__compared__() == other.__compared__() if isinstance(other, _GenericAlias) else NotImplemented

    __or__, __ror__ = _Unions.__or__, _Unions.__ror__

    @_tp_cache
    def __getitem__(self, args):
        params = self.__parameters__
        if self.__origin__ in _declaring:
            raise TypeError(f'Cannot subscript already-subscripted {self}')
        if not params:
            raise TypeError(f'{self} is not a generic class')
        given = _prepare(self, tuple(_unpack_args(*map(_type_convert, _as_tuple(args)))))
        if len(given) != len(params):
            raise _wrong_count(self, len(given), len(params))
        return self.copy_with(tuple(_substitute(self.__origin__, self.__args__, dict(zip(params, given)))))

    def copy_with(self, args):
        return self.__class__(self.__origin__, args, name=self._name, inst=self._inst)

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        name = 'typing.' + self._name if self._name else _type_repr(self.__origin__)
        args = ', '.join(map(_type_repr, self.__args__)) or '()'
        return f'{name}[{args}]'

    def __reduce__(self):
        subscripted = getattr(sys.modules['typing'], self._name) if self._name else self.__origin__
        args = self.__args__
        alone = len(args) == 1 and not isinstance(args[0], tuple)
        return operator.getitem, (subscripted, args[0] if alone else args)

    def __mro_entries__(self, bases):
        origin = self.__origin__
        if isinstance(origin, _SpecialForm):
            raise TypeError(f'Cannot subclass {self!r}')
        if self._name:
            return super().__mro_entries__(bases)
        if origin is Generic:
            # Protocol derives from it, and so does what comes of another alias.
            later = bases[bases.index(self) + 1:]
            if _declared_otherwise(bases) or any(isinstance(b, _BaseGenericAlias) and b is not self for b in later):
                return ()
        return (origin,)


def _declared_otherwise(bases):
    return any(base is not Generic and base in _declaring for base in bases)


class _SpecialGenericAlias(_BaseGenericAlias, _root=True):
    """A class of another module under its name in typing: List, Iterable."""

    def __init__(self, origin, nparams, *, inst=True, name=None, defaults=()):
        place = '' if origin.__module__ == 'builtins' else origin.__module__ + '.'
        super().__init__(origin, inst=inst, name=name or origin.__name__)
        vars(self).update(_nparams=nparams, _defaults=defaults,
                          __doc__=f'A generic version of {place}{origin.__qualname__}.')

    __iter__ = None
    __or__, __ror__ = _Unions.__or__, _Unions.__ror__

    @_tp_cache
    def __getitem__(self, params):
        wanted, defaults = self._nparams, self._defaults
        if not wanted:
            raise TypeError(f'{self} is not a generic class')
        given = tuple(_type_check(p, 'Parameters to generic types must be types.') for p in _as_tuple(params))
        missing = wanted - len(given)
        if 0 < missing <= len(defaults):
            given += defaults[-missing:]
        elif missing:
            least = f'at least {wanted - len(defaults)}' if defaults else None
            raise _wrong_count(self, len(given), wanted, least)
        return self.copy_with(given)

    def copy_with(self, params):
        return _made_of(_GenericAlias, self, params)

    def __subclasscheck__(self, cls):
        if isinstance(cls, _GenericAlias):
            return super().__subclasscheck__(cls)
        return issubclass(cls.__origin__ if isinstance(cls, _SpecialGenericAlias) else cls, self.__origin__)

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return f'typing.{self._name}'


def _made_of(kind, alias, args):
    """An alias with arguments, of one without."""
    return kind(alias.__origin__, args, name=alias._name, inst=alias._inst)


class _DeprecatedGenericAlias(_SpecialGenericAlias, _root=True):
    """One that warns where it is used for checks."""

    def __init__(self, origin, nparams, *, removal_version, inst=True, name=None):
        super().__init__(origin, nparams, inst=inst, name=name)
        # Attributes that are set are those of the origin.
        vars(self)['_removal_version'] = removal_version

    def __subclasscheck__(self, cls):
        self.__warn()
        return super().__subclasscheck__(cls)

    def __instancecheck__(self, inst):
        self.__warn()
        return super().__instancecheck__(inst)

    def __warn(self):
        import warnings
        warnings._deprecated(f'{self.__module__}.{self._name}', remove=self._removal_version)


# ---- callables: their parameters lie flat in the arguments, in front of the result


class _CallableGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __repr__(self):
        if not _should_unflatten_callable_args(self, self.__args__):
            return super().__repr__()
        *params, result = map(_type_repr, self.__args__)
        return f'typing.Callable[[{", ".join(params)}], {result}]'

    def __reduce__(self):
        function, (callable_, args) = super().__reduce__()
        if _should_unflatten_callable_args(self, self.__args__):
            *params, result = self.__args__
            args = params, result
        return function, (callable_, args)


class _CallableType(_SpecialGenericAlias, _root=True):
    def __getitem__(self, params):
        if isinstance(params, tuple) and len(params) == 2:
            args, result = params
            # Lists can't be remembered.
            return self.__getitem_inner__((tuple(args) if isinstance(args, list) else args, result))
        raise TypeError('Callable must be used as Callable[[arg, ...], result].')

    @_tp_cache
    def __getitem_inner__(self, params):
        args, result = params
        result = _type_check(result, 'Callable[args, result]: result must be a type.')
        args = (...,) if args is ... else map(_type_convert, _as_tuple(args))
        return self.copy_with((*args, result))

    def copy_with(self, params):
        return _made_of(_CallableGenericAlias, self, params)


class _TupleType(_SpecialGenericAlias, _root=True):
    @_tp_cache
    def __getitem__(self, params):
        items, message = _as_tuple(params), 'Tuple[t0, t1, ...]: each t must be a type.'
        rest = items[-1:] if len(items) > 1 and items[-1] is ... else ()
        if rest:
            items, message = items[:-1], 'Tuple[t, ...]: t must be a type.'
        return self.copy_with((*(_type_check(t, message) for t in items), *rest))


# ---- special forms with arguments


def _same_members(some, others):
    """Whether there are the same types in two unions, in whatever order."""
    try:
        return set(some) == set(others)
    except TypeError:
        return len(some) == len(others) and all(t in others for t in some)


class _UnionGenericAlias(_GenericAlias, _root=True):
    __iter__ = None

    def __compared__(self):
        return frozenset(self.__args__)

    __hash__ = _GenericAlias.__hash__

    def __eq__(self, other):
        if isinstance(other, (types.UnionType, _UnionGenericAlias)):
            return _same_members(self.__args__, other.__args__)
        return NotImplemented

    def copy_with(self, params):
        return Union[params]

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__args__)

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__args__)

    def __repr__(self):
        if self._name == 'Optional':
            present, = (t for t in self.__args__ if t is not types.NoneType)
            return f'typing.Optional[{_type_repr(present)}]'
        return super().__repr__()

    def __reduce__(self):
        return operator.getitem, (Union, self.__args__)


class _LiteralGenericAlias(_GenericAlias, _root=True):
    def __compared__(self):
        # 1, True and 1.0 are different values.
        return frozenset((value, type(value)) for value in self.__args__)


class _ConcatenateGenericAlias(_GenericAlias, _root=True):
    def copy_with(self, params):
        *front, rest = params
        if isinstance(rest, _ConcatenateGenericAlias):
            return super().copy_with((*front, *rest.__args__))
        # The parameters are known now, all of them.
        return (*front, *rest) if isinstance(rest, (tuple, list)) else super().copy_with(params)


class _UnpackGenericAlias(_GenericAlias, _root=True):
    def __repr__(self):
        # Without the name that others have, as Unpack is a form rather than a class.
        return f'typing.Unpack[{_type_repr(*self.__args__)}]'

    def __getitem__(self, args):
        return args if self.__typing_is_unpacked_typevartuple__ else super().__getitem__(args)

    @property
    def __typing_is_unpacked_typevartuple__(self):
        arg, = self.__args__
        return isinstance(arg, TypeVarTuple)

    @property
    def __typing_unpacked_tuple_args__(self):
        arg, = self.__args__
        if not isinstance(arg, (types.GenericAlias, _GenericAlias)):
            return None
        if arg.__origin__ is tuple:
            return arg.__args__
        raise TypeError('Unpack[...] must be used with a tuple type')


class _AnnotatedAlias(_GenericAlias, _root=True):
    """A type with metadata behind it. One around another is one with all the metadata."""

    __iter__ = None

    def __init__(self, origin, metadata):
        if isinstance(origin, _AnnotatedAlias):
            origin, metadata = origin.__origin__, (*origin.__metadata__, *metadata)
        super().__init__(origin, origin, name='Annotated')
        vars(self)['__metadata__'] = metadata

    def __compared__(self):
        return self.__origin__, self.__metadata__

    def __mro_entries__(self, bases):
        return (self.__origin__,)

    def copy_with(self, params):
        annotated, = params
        return _AnnotatedAlias(annotated, self.__metadata__)

    def __repr__(self):
        return f'typing.Annotated[{_type_repr(self.__origin__)}, {", ".join(map(repr, self.__metadata__))}]'

    def __reduce__(self):
        return operator.getitem, (Annotated, (self.__origin__, *self.__metadata__))


# ---- Generic


def _generic_class_getitem(cls, args):
    """What brackets behind a generic class make; behind Generic itself they declare type parameters."""
    args = tuple(map(_type_convert, _as_tuple(args)))
    if cls in _declaring:
        _check_declaration(cls, args)
    else:
        args = _prepare(cls, args)
        _check_generic(cls, args, len(cls.__parameters__))
        args = tuple(_in_one_row(cls.__parameters__, args))
    return _GenericAlias(cls, args)


def _check_declaration(cls, params):
    """Whether these can be declared as type parameters."""
    if not params:
        raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
    wanted = None
    if not all(map(_is_typevar_like, params)):
        wanted = 'type variables or parameter specification variables.'
    elif len({*params}) < len(params):
        wanted = 'unique'
    if wanted:
        raise TypeError(f'Parameters to {cls.__name__}[...] must all be {wanted}')


def _generic_init_subclass(cls, *args, **kwargs):
    """Finds the type parameters of a new generic class."""
    super(Generic, cls).__init_subclass__(*args, **kwargs)
    # The bases as they are written, if there are aliases among them.
    written = vars(cls).get('__orig_bases__')
    made_here = cls.__name__ == 'Protocol' or type(cls).__name__ == '_TypedDictMeta'
    plain = cls.__bases__ if written is None and not made_here else written
    if plain and Generic in plain:
        raise TypeError('Cannot inherit from plain Generic')
    cls.__parameters__ = _parameters_of_bases(written or ())


def _parameters_of_bases(bases):
    """The type parameters of a class: those that Generic[...] declares, which have to be all there are, or else all."""
    used = _collect_type_parameters(bases)
    declarations = [base for base in bases if isinstance(base, _GenericAlias) and base.__origin__ is Generic]
    if not declarations:
        return used
    if len(declarations) > 1:
        raise TypeError('Cannot inherit from Generic[...] multiple times.')
    declared = declarations[0].__parameters__
    undeclared = [param for param in used if param not in declared]
    if undeclared:
        listed = ', '.join(map(str, declared))
        raise TypeError(f'Some type variables ({", ".join(map(str, undeclared))}) are not listed in Generic[{listed}]')
    return declared


class Generic:
    """The base of generic classes."""

    __slots__ = ()

    @_tp_cache
    def __class_getitem__(cls, args):
        return _generic_class_getitem(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        _generic_init_subclass(cls, *args, **kwargs)


# Classes whose brackets declare type parameters; Protocol is the other one.
_declaring = [Generic]
