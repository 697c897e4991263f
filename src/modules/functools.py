"""Tools for functions: wrapping, partial application, caching, dispatch on types, missing comparisons."""

from _functools import _lru_cache_wrapper, cmp_to_key, partial, reduce
from abc import get_cache_token
from collections import namedtuple
from types import GenericAlias

__all__ = [
    'update_wrapper', 'wraps', 'WRAPPER_ASSIGNMENTS', 'WRAPPER_UPDATES', 'total_ordering', 'cache', 'cmp_to_key',
    'lru_cache', 'reduce', 'partial', 'partialmethod', 'singledispatch', 'singledispatchmethod', 'cached_property',
]

# What a wrapper takes over: attributes as they are, and namespaces that are added to its own.
WRAPPER_ASSIGNMENTS = ('__module__', '__name__', '__qualname__', '__doc__', '__annotations__', '__type_params__')
WRAPPER_UPDATES = ('__dict__',)


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Decorates a wrapper to look like what it wraps: see update_wrapper()."""
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes a wrapper look like what it wraps: copies the attributes assigned, and updates those updated."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    # Last, so that it isn't overwritten by the wrapped function's own.
    wrapper.__wrapped__ = wrapped
    return wrapper


def _derived_comparison(name, root, computed):
    """The method `name` that @total_ordering makes of the method `root`."""
    joined = ' or' if ' or ' in computed else ' and' if ' and ' in computed else ''
    answer = _ANSWERS[('not' if computed.startswith('(not') else '') + joined]

    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else answer(result, self, other)

    method.__name__ = name
    # Pickle finds it under this name.
    method.__qualname__ = f'_{name.strip("_")}_from_{root.strip("_")}'
    method.__doc__ = f'Return a {_SIGNS[name]} b.  Computed by @total_ordering from {computed}.'
    return method


_SIGNS = {'__lt__': '<', '__le__': '<=', '__gt__': '>', '__ge__': '>='}

_COMPUTED = {
    ('__gt__', '__lt__'): '(not a < b) and (a != b)',
    ('__le__', '__lt__'): '(a < b) or (a == b)',
    ('__ge__', '__lt__'): '(not a < b)',
    ('__ge__', '__le__'): '(not a <= b) or (a == b)',
    ('__lt__', '__le__'): '(a <= b) and (a != b)',
    ('__gt__', '__le__'): '(not a <= b)',
    ('__lt__', '__gt__'): '(not a > b) and (a != b)',
    ('__ge__', '__gt__'): '(a > b) or (a == b)',
    ('__le__', '__gt__'): '(not a > b)',
    ('__le__', '__ge__'): '(not a >= b) or (a == b)',
    ('__gt__', '__ge__'): '(a >= b) and (a != b)',
    ('__lt__', '__ge__'): '(not a >= b)',
}

# The three ways to get one comparison from another: its opposite, itself or equal, itself but not equal; and of the
# opposite likewise.
_ANSWERS = {
    'not': lambda result, a, b: not result,
    ' or': lambda result, a, b: result or a == b,
    ' and': lambda result, a, b: result and a != b,
    'not or': lambda result, a, b: not result or a == b,
    'not and': lambda result, a, b: not result and a != b,
}


_derived = {(name, root): _derived_comparison(name, root, computed) for (name, root), computed in _COMPUTED.items()}
globals().update((method.__qualname__, method) for method in _derived.values())


def total_ordering(cls):
    """Class decorator: adds the comparisons for order that a class lacks, made of one it has."""
    roots = [name for name in _SIGNS if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError('must define at least one ordering operation: < > <= >=')
    # __lt__ is preferred to __le__, that to __gt__, and that to __ge__.
    root = max(roots)
    for name in _SIGNS:
        if name not in roots:
            setattr(cls, name, _derived[name, root])
    return cls


def _method_function(func):
    """What a method is made of, if it can be."""
    if callable(func) or hasattr(func, '__get__'):
        return func
    raise TypeError(f'{func!r} is not callable or a descriptor')


# Methods made of abstract ones are abstract.
_like_function = property(lambda self: getattr(self.func, '__isabstractmethod__', False))


class partialmethod:
    """A method with some arguments given; what it calls may be a function or any descriptor."""

    __isabstractmethod__ = _like_function
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func, /, *args, **keywords):
        inner = _method_function(func)
        if isinstance(inner, partialmethod):
            # One with all the arguments: partialmethods in partialmethods needn't be called through each other.
            inner, args, keywords = inner.func, inner.args + args, inner.keywords | keywords
        self.func, self.args, self.keywords = inner, args, keywords

    def __repr__(self):
        cls = type(self)
        parts = [repr(self.func), *map(repr, self.args)]
        parts.extend(f'{name}={value!r}' for name, value in self.keywords.items())
        return f'{cls.__module__}.{cls.__qualname__}({", ".join(parts)})'

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        # Both are looked for: by abstract classes, and to find the signature.
        _method.__partialmethod__ = self
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, '__get__', None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                # It bound what there was to bind; what is left are the arguments.
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)


def _unwrap_partial(func):
    """The function in partial objects in each other."""
    while isinstance(func, partial):
        func = func.func
    return func


def _unwrap_partialmethod(func):
    """The function in partial objects, partialmethods and what these bind."""
    while True:
        made_by = getattr(func, '__partialmethod__', None)
        if isinstance(made_by, partialmethod):
            func = made_by
        elif isinstance(func, (partial, partialmethod)):
            func = func.func
        else:
            return func


_CacheInfo = namedtuple('CacheInfo', ['hits', 'misses', 'maxsize', 'currsize'])


def lru_cache(maxsize=128, typed=False):
    """Decorates a function to remember results, those of the maxsize last used arguments, or all if that is None.

    If typed is true, equal arguments of different types are not the same.  Arguments must be hashable.

    The function gets cache_info(), a named tuple (hits, misses, maxsize, currsize), cache_clear(), cache_parameters(),
    and __wrapped__, the function without the cache.
    """
    if callable(maxsize) and isinstance(typed, bool):
        # @lru_cache without parentheses: what came as maxsize is the function.
        return _cached(maxsize, 128, typed)
    if isinstance(maxsize, int):
        maxsize = max(maxsize, 0)
    elif maxsize is not None:
        raise TypeError('Expected first argument to be an integer, a callable, or None')
    return lambda user_function: _cached(user_function, maxsize, typed)


def _cached(function, maxsize, typed):
    made = _lru_cache_wrapper(function, maxsize, typed, _CacheInfo)
    made.cache_parameters = lambda: dict(maxsize=maxsize, typed=typed)
    return update_wrapper(made, function)


def cache(user_function, /):
    """Decorates a function to remember all results."""
    return lru_cache(None)(user_function)


def _c3_merge(sequences):
    """The sequences merged into one by the C3 rule: a class comes after none that is behind it in any of them."""
    result = []
    while sequences := [s for s in sequences if s]:
        for candidate in [s[0] for s in sequences]:
            if not any(candidate in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError('Inconsistent hierarchy')
        result.append(candidate)
        sequences = [s[s[0] == candidate:] for s in sequences]
    return result


def _c3_mro(cls, abcs=None):
    """The MRO of cls with the abstract base classes among abcs that it is a subclass of without inheriting them.

    Each is put in where a class that inherited it explicitly would have it: behind the last base that is an ABC.
    """
    is_abc = [hasattr(base, '__abstractmethods__') for base in cls.__bases__]
    boundary = max((i + 1 for i, known in enumerate(is_abc) if known), default=0)
    abcs = list(abcs) if abcs else []
    explicit = list(cls.__bases__[:boundary])
    other = list(cls.__bases__[boundary:])
    abstract = [
        base for base in abcs
        if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)
    ]
    for base in abstract:
        abcs.remove(base)
    mros = [_c3_mro(base, abcs=abcs) for group in (explicit, abstract, other) for base in group]
    return _c3_merge([[cls], *mros, explicit, abstract, other])


def _compose_mro(cls, types):
    """The MRO of cls with those of types that are its virtual base classes."""
    bases = set(cls.__mro__)

    def is_related(candidate):
        return (
            candidate not in bases
            and hasattr(candidate, '__mro__')
            and not isinstance(candidate, GenericAlias)
            and issubclass(cls, candidate)
        )

    types = [candidate for candidate in types if is_related(candidate)]

    def is_strict_base(candidate):
        return any(candidate is not other and candidate in other.__mro__ for other in types)

    types = [candidate for candidate in types if not is_strict_base(candidate)]
    type_set = set(types)
    mro = []
    for candidate in types:
        found = []
        for sub in candidate.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in type_set])
        if not found:
            mro.append(candidate)
            continue
        for sub in sorted(found, key=len, reverse=True):
            mro.extend([each for each in sub if each not in mro])
    return _c3_mro(cls, abcs=mro)


def _find_impl(cls, registry):
    """The implementation registered for the class nearest to cls in its MRO, virtual base classes included.

    Raises RuntimeError where two virtual base classes are equally near.
    """
    match = None
    for candidate in _compose_mro(cls, registry.keys()):
        if match is not None:
            if (
                candidate in registry
                and candidate not in cls.__mro__
                and match not in cls.__mro__
                and not issubclass(match, candidate)
            ):
                raise RuntimeError(f'Ambiguous dispatch: {match} or {candidate}')
            break
        if candidate in registry:
            match = candidate
    return registry.get(match)


class _Dispatch:
    """The implementations of a generic function, by class, and those already found for other classes."""

    def __init__(self, default):
        from weakref import WeakKeyDictionary

        self.registry = {object: default}
        self.found = WeakKeyDictionary()
        # Set as soon as there are abstract classes, which may get other virtual subclasses.
        self.token = None

    def find(self, cls):
        """The implementation for a class."""
        if self.token is not None and self.token != get_cache_token():
            self.found.clear()
            self.token = get_cache_token()
        impl = self.found.get(cls)
        if impl is None:
            impl = self.registry[cls] if cls in self.registry else _find_impl(cls, self.registry)
            self.found[cls] = impl
        return impl

    def add(self, kind, impl):
        """Takes an implementation for a class, or for each of a union of classes."""
        for cls in kind.__args__ if _is_union(kind) else (kind,):
            self.registry[cls] = impl
            if self.token is None and hasattr(cls, '__abstractmethods__'):
                self.token = get_cache_token()
        self.found.clear()


def singledispatch(func):
    """Makes a generic function of a function: what a call does depends on the class of its first argument.

    The function itself is for all classes for which nothing else is registered, by the generic function's
    register().
    """
    from types import MappingProxyType

    implementations = _Dispatch(func)
    funcname = getattr(func, '__name__', 'singledispatch function')

    def dispatch(cls):
        """The implementation that is called for a class."""
        return implementations.find(cls)

    def register(cls, func=None):
        """Registers an implementation for a class; as a decorator, with the class or with an annotated parameter."""
        if not _is_dispatchable(cls):
            if func is not None:
                raise TypeError(f'Invalid first argument to `register()`. {cls!r} is not a class or union type.')
            func, cls = cls, _annotated_class(cls)
        elif func is None:
            return lambda f: register(cls, f)
        implementations.add(cls, func)
        return func

    def wrapper(*args, **kw):
        if args:
            return dispatch(args[0].__class__)(*args, **kw)
        raise TypeError(f'{funcname} requires at least 1 positional argument')

    wrapper.dispatch, wrapper.register = dispatch, register
    wrapper.registry = MappingProxyType(implementations.registry)
    wrapper._clear_cache = implementations.found.clear
    return update_wrapper(wrapper, func)


def _is_union(kind):
    from types import UnionType

    return isinstance(kind, UnionType) or getattr(kind, '__origin__', None) is _typing_union()


def _is_dispatchable(kind):
    """Whether kind is a class or a union of classes."""
    return isinstance(kind, type) or _is_union(kind) and all(isinstance(arg, type) for arg in kind.__args__)


def _typing_union():
    """typing.Union, if anybody has imported typing."""
    import sys

    return getattr(sys.modules.get('typing'), 'Union', object())


def _annotated_class(func):
    """The class that the first annotated parameter of func names, for @register without an argument."""
    annotations = getattr(func, '__annotations__', {})
    if not annotations:
        raise TypeError(
            f'Invalid first argument to `register()`: {func!r}. '
            'Use either `@register(some_class)` or plain `@register` '
            'on an annotated function.'
        )
    if any(isinstance(value, str) for value in annotations.values()):
        from typing import get_type_hints

        annotations = get_type_hints(func)
    argname, cls = next(iter(annotations.items()))
    if _is_dispatchable(cls):
        return cls
    if _is_union(cls):
        raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} not all arguments are classes.')
    raise TypeError(f'Invalid annotation for {argname!r}. {cls!r} is not a class.')


class singledispatchmethod:
    """A generic method: what a call does depends on the class of its first argument after self."""

    __isabstractmethod__ = _like_function

    def __init__(self, func):
        self.func = _method_function(func)
        self.dispatcher = singledispatch(self.func)

    def register(self, cls, method=None):
        """Registers an implementation for a class, or for each of a union of classes."""
        return self.dispatcher.register(cls, method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch
        funcname = getattr(self.func, '__name__', 'singledispatchmethod method')

        def _method(*args, **kwargs):
            if args:
                return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)
            raise TypeError(f'{funcname} requires at least 1 positional argument')

        _method.register = self.register
        _method.__isabstractmethod__ = self.__isabstractmethod__
        return update_wrapper(_method, self.func)


class cached_property:
    """A property whose value is computed once per instance, and then lies in the instance's __dict__."""

    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, func):
        self.attrname = None
        self.func = func
        for name in '__doc__', '__module__':
            setattr(self, name, getattr(func, name))

    def __set_name__(self, owner, name):
        if self.attrname not in (None, name):
            raise TypeError(f'Cannot assign the same cached_property to two different names ({self.attrname!r} and '
                            f'{name!r}).')
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        computed = self._namespace(instance)
        if self.attrname not in computed:
            value = self.func(instance)
            try:
                computed[self.attrname] = value
            except TypeError:
                raise self._refused(instance, "The '__dict__' attribute on {cls!r} instance does not support item "
                                              'assignment for caching {name!r} property.') from None
            return value
        return computed[self.attrname]

    def _namespace(self, instance):
        """The __dict__ of an instance, which is to have the value under this property's name."""
        if self.attrname is None:
            raise TypeError('Cannot use cached_property instance without calling __set_name__ on it.')
        try:
            return instance.__dict__
        except AttributeError:
            raise self._refused(instance, "No '__dict__' attribute on {cls!r} instance to cache {name!r} "
                                          'property.') from None

    def _refused(self, instance, problem):
        return TypeError(problem.format(cls=type(instance).__name__, name=self.attrname))
