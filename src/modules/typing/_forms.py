"""Special forms: what stands in annotations by itself or with brackets, such as Union and ClassVar."""

import functools
from typing._checks import (_deduplicate, _flatten_literal_params, _is_param_expr, _tp_cache, _type_check, _type_convert,
                            _unpack_args)

__name__ = 'typing'


class _Final:
    """Keeps programs from deriving classes."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')


class _NotIterable:
    """Says that iteration is not meant, although there is __getitem__."""

    __slots__ = ()
    __iter__ = None


class _SpecialForm(_Final, _NotIterable, _root=True):
    __slots__ = ('_name', '__doc__', '_getitem')

    def __init__(self, getitem):
        self._getitem = getitem
        self._name = getitem.__name__
        self.__doc__ = getitem.__doc__

    def __getattr__(self, item):
        if item in {'__name__', '__qualname__'}:
            return self._name
        raise AttributeError(item)

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')

    def __repr__(self):
        return 'typing.' + self._name

    def __reduce__(self):
        return self._name

    def __call__(self, *args, **kwds):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __instancecheck__(self, obj):
        raise TypeError(f'{self} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self} cannot be used with issubclass()')

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    """One for which 1 and True are different parameters."""

    def __getitem__(self, parameters):
        if not isinstance(parameters, tuple):
            parameters = (parameters,)
        return self._getitem(self, *parameters)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Compatible with every type. A class may derive from it."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


def _alias(origin, *args, **kwds):
    from typing import _GenericAlias
    return _GenericAlias(origin, *args, **kwds)


def _no_brackets(self, parameters):
    raise TypeError(f'{self} is not subscriptable')


@_SpecialForm
def NoReturn(self, parameters):
    """What a function returns that never returns."""
    _no_brackets(self, parameters)


@_SpecialForm
def Never(self, parameters):
    """The type that has no values."""
    _no_brackets(self, parameters)


@_SpecialForm
def Self(self, parameters):
    """The class a method is called on."""
    _no_brackets(self, parameters)


@_SpecialForm
def LiteralString(self, parameters):
    """Strings that are made of literals."""
    _no_brackets(self, parameters)


@_SpecialForm
def TypeAlias(self, parameters):
    """Says that an assignment makes an alias of a type."""
    _no_brackets(self, parameters)


# Special forms that are types by themselves.
_allowed_bare = (Any, LiteralString, NoReturn, Never, Self, TypeAlias)


@_SpecialForm
def ClassVar(self, parameters):
    """A variable of the class rather than of its instances."""
    return _alias(self, (_type_check(parameters, f'{self} accepts only single type.', allow_special_forms=True),))


@_SpecialForm
def Final(self, parameters):
    """A name that is not bound again."""
    return _alias(self, (_type_check(parameters, f'{self} accepts only single type.', allow_special_forms=True),))


@_SpecialForm
def Union(self, parameters):
    """Union[X, Y] is X or Y. Unions of unions are flat, and of one type are that type."""
    if parameters == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    message = 'Union[arg, ...]: each arg must be a type.'
    parameters = tuple(_type_check(p, message) for p in parameters)
    parameters = _remove_dups_flatten(parameters)
    if len(parameters) == 1:
        return parameters[0]
    from typing import _UnionGenericAlias
    if len(parameters) == 2 and type(None) in parameters:
        return _UnionGenericAlias(self, parameters, name='Optional')
    return _UnionGenericAlias(self, parameters)


def _remove_dups_flatten(parameters):
    import types
    from typing import _UnionGenericAlias
    flat = []
    for p in parameters:
        if isinstance(p, (_UnionGenericAlias, types.UnionType)):
            flat.extend(p.__args__)
        else:
            flat.append(p)
    return tuple(_deduplicate(flat, unhashable_fallback=True))


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is Union[X, None]."""
    arg = _type_check(parameters, f'{self} requires a single type.')
    return Union[arg, type(None)]


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Literal(self, *parameters):
    """One of these values."""
    from typing import _LiteralGenericAlias
    parameters = _flatten_literal_params(parameters)
    try:
        parameters = tuple(value for value, _ in _deduplicate([(p, type(p)) for p in parameters]))
    except TypeError:
        # Not hashable: it stays as it is.
        pass
    return _LiteralGenericAlias(self, parameters)


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those that a ParamSpec stands for."""
    if parameters == ():
        raise TypeError('Cannot take a Concatenate of no types.')
    if not isinstance(parameters, tuple):
        parameters = (parameters,)
    from typing import ParamSpec, _ConcatenateGenericAlias
    if not (parameters[-1] is ... or isinstance(parameters[-1], ParamSpec)):
        raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')
    message = 'Concatenate[arg, ...]: each arg must be a type.'
    parameters = (*(_type_check(p, message) for p in parameters[:-1]), parameters[-1])
    return _ConcatenateGenericAlias(self, parameters)


def _one_type(self, parameters):
    return _alias(self, (_type_check(parameters, f'{self} accepts only single type.'),))


@_SpecialForm
def TypeGuard(self, parameters):
    """What a function returns that tells a type where it answers true."""
    return _one_type(self, parameters)


@_SpecialForm
def TypeIs(self, parameters):
    """What a function returns that tells a type whatever it answers."""
    return _one_type(self, parameters)


def _one_item(self, parameters):
    message = f'{self._name} accepts only a single type.'
    return _alias(self, (_type_check(parameters, message, allow_special_forms=True),))


@_SpecialForm
def Required(self, parameters):
    """A key of a TypedDict that must be there."""
    return _one_item(self, parameters)


@_SpecialForm
def NotRequired(self, parameters):
    """A key of a TypedDict that may be missing."""
    return _one_item(self, parameters)


@_SpecialForm
def ReadOnly(self, parameters):
    """A key of a TypedDict that is not to be changed."""
    return _one_item(self, parameters)


@_SpecialForm
def Unpack(self, parameters):
    """Unpack[Ts] is *Ts."""
    from typing import _UnpackGenericAlias
    item = _type_check(parameters, f'{self} accepts only single type.')
    return _UnpackGenericAlias(origin=self, args=(item,))


@_TypedCacheSpecialForm
@_tp_cache(typed=True)
def Annotated(self, *params):
    """A type with metadata: Annotated[int, 'positive']."""
    from typing import _AnnotatedAlias
    if len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    from typing import _is_unpacked
    if _is_unpacked(params[0]):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    message = 'Annotated[t, ...]: t must be a type.'
    origin = _type_check(params[0], message, allow_special_forms=True)
    return _AnnotatedAlias(origin, tuple(params[1:]))


class ForwardRef(_Final, _root=True):
    """A type named by a string."""

    __slots__ = ('__forward_arg__', '__forward_code__', '__forward_evaluated__', '__forward_value__',
                 '__forward_is_argument__', '__forward_is_class__', '__forward_module__')

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        # An unpacked type is no expression by itself.
        source = f'({arg},)[0]' if arg.startswith('*') else arg
        try:
            code = compile(source, '<string>', 'eval')
        except SyntaxError:
            raise SyntaxError(f'Forward reference must be an expression -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_code__ = code
        self.__forward_evaluated__ = False
        self.__forward_value__ = None
        self.__forward_is_argument__ = is_argument
        self.__forward_is_class__ = is_class
        self.__forward_module__ = module

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        if not self.__forward_evaluated__ or localns is not globalns:
            globalns, localns = self.__namespaces(globalns, localns)
            if type_params:
                globalns, localns = dict(globalns), dict(localns)
                for param in type_params:
                    name = param.__name__
                    if not self.__forward_is_class__ or name not in globalns:
                        globalns[name] = param
                        localns.pop(name, None)
            value = _type_check(eval(self.__forward_code__, globalns, localns),
                                'Forward references must evaluate to types.',
                                is_argument=self.__forward_is_argument__,
                                allow_special_forms=self.__forward_is_class__)
            from typing import _eval_type
            self.__forward_value__ = _eval_type(value, globalns, localns, type_params,
                                                recursive_guard=recursive_guard | {self.__forward_arg__})
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __namespaces(self, globalns, localns):
        import sys
        if globalns is None and localns is None:
            globalns = localns = {}
        elif globalns is None:
            globalns = localns
        elif localns is None:
            localns = globalns
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__, None), '__dict__', globalns)
        return globalns, localns

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return (self.__forward_arg__ == other.__forward_arg__
                    and self.__forward_value__ == other.__forward_value__)
        return (self.__forward_arg__ == other.__forward_arg__
                and self.__forward_module__ == other.__forward_module__)

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{module})'
