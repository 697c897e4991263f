"""Special forms: what stands in annotations by itself or with brackets, such as Union and ClassVar."""

import sys
from typing._checks import _Unions, _as_tuple, _tp_cache, _type_check

__name__ = 'typing'


class _Final:
    """Keeps programs from deriving classes."""

    __slots__ = ('__weakref__',)

    def __init_subclass__(cls, /, *args, _root=False, **kwds):
        if not _root:
            raise TypeError('Cannot subclass special typing classes')


def _refusal(message):
    """A method that does nothing but refuse."""
    def refuse(self, *args, **kwds):
        raise TypeError(message.format(self))

    return refuse


class _SpecialForm(_Final, _root=True):
    # Made of a function, which says by its name what the form is called and does what brackets do.

    __slots__ = ('_getitem', '_name', '__doc__')

    def __init__(self, getitem):
        self.__doc__, self._name, self._getitem = getitem.__doc__, getitem.__name__, getitem

    @_tp_cache
    def __getitem__(self, parameters):
        return self._getitem(self, parameters)

    # There is no iteration, although there are brackets.
    __iter__ = None

    __or__, __ror__ = _Unions.__or__, _Unions.__ror__

    __call__ = _refusal('Cannot instantiate {!r}')
    __mro_entries__ = _refusal('Cannot subclass {!r}')
    __instancecheck__ = _refusal('{} cannot be used with isinstance()')
    __subclasscheck__ = _refusal('{} cannot be used with issubclass()')

    def __getattr__(self, item):
        if item not in ('__qualname__', '__name__'):
            raise AttributeError(item)
        return self._name

    def __reduce__(self):
        return self._name

    def __repr__(self):
        return f'typing.{self._name}'


class _TypedCacheSpecialForm(_SpecialForm, _root=True):
    """One for which 1 and True are different parameters: its function remembers its answers itself."""

    def __getitem__(self, parameters):
        return self._getitem(self, *_as_tuple(parameters))


class _AnyMeta(type):
    def __repr__(self):
        return super().__repr__() if self is not Any else 'typing.Any'

    def __instancecheck__(self, obj):
        if self is not Any:
            return super().__instancecheck__(obj)
        raise TypeError('typing.Any cannot be used with isinstance()')


class Any(metaclass=_AnyMeta):
    """Compatible with every type. A class may derive from it."""

    def __new__(cls, *args, **kwargs):
        if cls is not Any:
            return super().__new__(cls)
        raise TypeError('Any cannot be instantiated')


# ---- forms that differ in little but their names


def _form(name, doc, getitem):
    getitem.__name__, getitem.__doc__ = name, doc
    return _SpecialForm(getitem)


def _without_brackets(name, doc):
    """A form that is a type by itself."""
    def refuse(self, parameters):
        raise TypeError(f'{self} is not subscriptable')

    return _form(name, doc, refuse)


NoReturn = _without_brackets('NoReturn', 'What a function returns that never returns.')
Never = _without_brackets('Never', 'The type that has no values.')
Self = _without_brackets('Self', 'The class a method is called on.')
LiteralString = _without_brackets('LiteralString', 'Strings that are made of literals.')
TypeAlias = _without_brackets('TypeAlias', 'Says that an assignment makes an alias of a type.')

_allowed_bare = (Any, LiteralString, NoReturn, Never, Self, TypeAlias)


def _around_type(name, doc, complaint='typing.{} accepts only single type.', **check):
    """A form with one type in its brackets."""
    complaint = complaint.format(name)

    def wrap(self, parameters):
        from typing._aliases import _GenericAlias
        return _GenericAlias(self, (_type_check(parameters, complaint, **check),))

    return _form(name, doc, wrap)


TypeGuard = _around_type('TypeGuard', 'What a function returns that tells a type where it answers true.')
TypeIs = _around_type('TypeIs', 'What a function returns that tells a type whatever it answers.')
# In these there may be other forms, for instance ClassVar[Final[int]].
ClassVar = _around_type('ClassVar', 'A variable of the class rather than of its instances.', allow_special_forms=True)
Final = _around_type('Final', 'A name that is not bound again.', allow_special_forms=True)
_key = {'complaint': '{} accepts only a single type.', 'allow_special_forms': True}
Required = _around_type('Required', 'A key of a TypedDict that must be there.', **_key)
NotRequired = _around_type('NotRequired', 'A key of a TypedDict that may be missing.', **_key)
ReadOnly = _around_type('ReadOnly', 'A key of a TypedDict that is not to be changed.', **_key)


# ---- forms with rules of their own


def _some(form, parameters):
    """The parameters of a form that needs one at least, as a tuple."""
    parameters = _as_tuple(parameters)
    if parameters:
        return parameters
    raise TypeError(f'Cannot take a {form._name} of no types.')


def _each_checked(form, parameters):
    return tuple(_type_check(p, f'{form._name}[arg, ...]: each arg must be a type.') for p in parameters)


def _distinct(members):
    """Each of the types once."""
    try:
        return tuple(dict.fromkeys(members))
    except TypeError:
        # One is not hashable, such as Annotated[int, []].
        return tuple(t for k, t in enumerate(members) if t not in members[:k])


@_SpecialForm
def Union(self, parameters):
    """Union[X, Y] is X or Y. Unions of unions are flat, and of one type are that type."""
    from types import UnionType
    from typing._aliases import _UnionGenericAlias
    members = []
    for member in _each_checked(self, _some(self, parameters)):
        members += member.__args__ if isinstance(member, (_UnionGenericAlias, UnionType)) else [member]
    members = _distinct(members)
    if len(members) == 1:
        return members[0]
    optional = len(members) == 2 and type(None) in members
    return _UnionGenericAlias(self, members, name='Optional' if optional else None)


@_SpecialForm
def Optional(self, parameters):
    """Optional[X] is Union[X, None]."""
    return Union[_type_check(parameters, f'{self} requires a single type.'), type(None)]


@_SpecialForm
def Concatenate(self, parameters):
    """Parameters in front of those that a ParamSpec stands for."""
    from typing._aliases import ParamSpec, _ConcatenateGenericAlias
    *front, rest = _some(self, parameters)
    if rest is ... or isinstance(rest, ParamSpec):
        return _ConcatenateGenericAlias(self, (*_each_checked(self, front), rest))
    raise TypeError('The last parameter to Concatenate should be a ParamSpec variable or ellipsis.')


@_SpecialForm
def Unpack(self, parameters):
    """Unpack[Ts] is *Ts."""
    from typing._aliases import _UnpackGenericAlias
    return _UnpackGenericAlias(self, (_type_check(parameters, f'{self} accepts only single type.'),))


def _typed_form(getitem):
    return _TypedCacheSpecialForm(_tp_cache(getitem, typed=True))


@_typed_form
def Literal(self, *parameters):
    """One of these values."""
    from typing._aliases import _LiteralGenericAlias
    values = []
    for parameter in parameters:
        values += parameter.__args__ if isinstance(parameter, _LiteralGenericAlias) else [parameter]
    try:
        # 1, True and 1.0 are different values.
        distinct = dict.fromkeys((value, type(value)) for value in values)
        return _LiteralGenericAlias(self, tuple(value for value, _ in distinct))
    except TypeError:
        # One is not hashable: they stay as they are.
        return _LiteralGenericAlias(self, tuple(values))


@_typed_form
def Annotated(self, *params):
    """A type with metadata: Annotated[int, 'positive']."""
    from typing._aliases import _AnnotatedAlias, _is_unpacked
    if len(params) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    annotated, *metadata = params
    if _is_unpacked(annotated):
        raise TypeError('Annotated[...] should not be used with an unpacked TypeVarTuple')
    annotated = _type_check(annotated, 'Annotated[t, ...]: t must be a type.', allow_special_forms=True)
    return _AnnotatedAlias(annotated, tuple(metadata))


# ---- types that are not there yet


def _compile_expression(text):
    # An unpacked type is no expression by itself.
    source = f'({text},)[0]' if text.startswith('*') else text
    try:
        return compile(source, '<string>', 'eval')
    except SyntaxError:
        raise SyntaxError(f'Forward reference must be an expression -- got {text!r}')


class ForwardRef(_Final, _root=True):
    """A type named by a string."""

    __slots__ = (
        '__forward_arg__', '__forward_code__', '__forward_module__',
        '__forward_is_argument__', '__forward_is_class__',
        '__forward_evaluated__', '__forward_value__',
    )

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__, self.__forward_code__ = arg, _compile_expression(arg)
        self.__forward_is_argument__, self.__forward_is_class__ = is_argument, is_class
        self.__forward_evaluated__, self.__forward_value__ = False, None
        self.__forward_module__ = module

    __or__, __ror__ = _Unions.__or__, _Unions.__ror__

    def __repr__(self):
        of_module = '' if self.__forward_module__ is None else f', module={self.__forward_module__!r}'
        return f'ForwardRef({self.__forward_arg__!r}{of_module})'

    def __hash__(self):
        return hash((self.__forward_arg__, self.__forward_module__))

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        if self.__forward_arg__ != other.__forward_arg__:
            return False
        if self.__forward_evaluated__ and other.__forward_evaluated__:
            return self.__forward_value__ == other.__forward_value__
        return self.__forward_module__ == other.__forward_module__

    def _evaluate(self, globalns, localns, type_params=(), *, recursive_guard):
        if self.__forward_arg__ in recursive_guard:
            return self
        # What was found in the same namespaces is found again.
        if not self.__forward_evaluated__ or localns is not globalns:
            from typing._hints import _eval_type
            namespaces = self.__namespaces(globalns, localns, type_params)
            found = _type_check(
                eval(self.__forward_code__, *namespaces), 'Forward references must evaluate to types.',
                is_argument=self.__forward_is_argument__, allow_special_forms=self.__forward_is_class__)
            guard = recursive_guard | {self.__forward_arg__}
            self.__forward_value__ = _eval_type(found, *namespaces, type_params, recursive_guard=guard)
            self.__forward_evaluated__ = True
        return self.__forward_value__

    def __namespaces(self, globalns, localns, type_params):
        """The namespaces to look names up in: each given stands for the other, the module's goes before the global."""
        given = [namespace for namespace in (globalns, localns) if namespace is not None] or [{}]
        globalns, localns = given[0], given[-1]
        if self.__forward_module__ is not None:
            globalns = getattr(sys.modules.get(self.__forward_module__), '__dict__', globalns)
        if not type_params:
            return globalns, localns
        # Those of a class give way to a global name that is there for it.
        params = {param.__name__: param for param in type_params
                  if not (self.__forward_is_class__ and param.__name__ in globalns)}
        return {**globalns, **params}, {name: localns[name] for name in localns if name not in params}
