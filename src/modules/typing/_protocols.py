"""Protocol: classes that stand for what an object can do (PEP 544)."""

import sys
from abc import ABCMeta
from typing._abstract import _declare
from typing._aliases import Generic, _declaring, _generic_class_getitem
from typing._checks import _tp_cache

__name__ = 'typing'

# Names that are no members of a protocol: what every class has, and what this module and abc keep in classes.
_excluded = frozenset({
    '__class_getitem__', '__dict__', '__doc__', '__init__', '__match_args__', '__module__', '__new__', '__slots__',
    '__annotations__', '__firstlineno__', '__static_attributes__', '__subclasshook__', '__type_params__',
    '__weakref__', '__abstractmethods__', '_MutableMapping__marker', '__orig_bases__', '__orig_class__',
    '__parameters__', '__protocol_attrs__', '__non_callable_proto_members__', '_is_protocol', '_is_runtime_protocol',
})

# Protocols of the library that are not made here.
_foreign = {
    'collections.abc': frozenset({
        'Hashable', 'Callable', 'Sized', 'Container', 'Collection', 'Iterable', 'Iterator', 'Reversible', 'Buffer',
        'Awaitable', 'AsyncIterable', 'AsyncIterator',
    }),
    'contextlib': frozenset({'AbstractContextManager', 'AbstractAsyncContextManager'}),
}


# ---- what a protocol asks for, and who has it


def _get_protocol_attrs(cls):
    """The names of a protocol's members: all that it and its bases define or annotate."""
    named = set()
    for base in cls.__mro__:
        if base is not object and base.__name__ not in ('Protocol', 'Generic'):
            named.update(vars(base), getattr(base, '__annotations__', ()))
    return {name for name in named - _excluded if not name.startswith('_abc_')}


def _defines(cls, name):
    """Whether a class has a member. One that is None is taken back; an annotation counts in protocols only."""
    for base in cls.__mro__:
        if name in base.__dict__:
            return base.__dict__[name] is not None
        annotated = getattr(base, '__annotations__', None)
        if isinstance(annotated, dict) and name in annotated and _stands_for_members(cls):
            return True
    return False


def _stands_for_members(cls):
    """Whether a class is a protocol, rather than one that implements it."""
    return issubclass(cls, Generic) and getattr(cls, '_is_protocol', False)


def _provides(instance, protocol):
    """Whether all members are there, without running code of the instance's."""
    from inspect import getattr_static
    missing = object()
    for name in protocol.__protocol_attrs__:
        found = getattr_static(instance, name, missing)
        # A method that is None is taken back, whereas an attribute may be None.
        if found is missing or found is None and name not in protocol.__non_callable_proto_members__:
            return False
    return True


@classmethod
def _proto_hook(cls, other):
    if vars(cls).get('_is_protocol', False) and all(_defines(other, name) for name in cls.__protocol_attrs__):
        return True
    return NotImplemented


# ---- the classes


def _may_be_inherited(base):
    """Whether a protocol may derive from a class."""
    if base in (object, Generic) or base.__name__ in _foreign.get(base.__module__, ()):
        return True
    return _stands_for_members(base)


def _is_exempt(depth=2):
    """Whether the caller's caller is abc or functools, which check any class they meet."""
    try:
        asking = sys._getframe(depth)
    except ValueError:
        return True
    return asking.f_globals.get('__name__') in ('abc', 'functools', '_abc', '_py_abc', None)


_NOT_RUNTIME = 'Instance and class checks can only be used with @runtime_checkable protocols'


def _against_class_checks(protocol):
    """What speaks against asking a protocol about classes; None if nothing does."""
    if not getattr(protocol, '_is_runtime_protocol', False):
        return _NOT_RUNTIME
    attributes = protocol.__non_callable_proto_members__
    if not attributes or vars(protocol).get('__subclasshook__') is not _proto_hook:
        return None
    listed = ', '.join(map(repr, sorted(attributes)))
    return f"Protocols with non-method members don't support issubclass(). Non-method members: {listed}."


class _ProtocolMeta(ABCMeta):
    """Lets protocols be asked by the members of what they are asked about."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        # Protocol is the one that derives from Generic alone.
        if bases != (Generic,) and any(base in bases for base in _declaring):
            for base in bases:
                if not _may_be_inherited(base):
                    raise TypeError(f'Protocols can only inherit from other protocols, got {base!r}')
        return super().__new__(mcls, name, bases, namespace, **kwargs)

    def __init__(cls, *args, **kwargs):
        if getattr(cls, '_is_protocol', False):
            cls.__protocol_attrs__ = _get_protocol_attrs(cls)

    def __instancecheck__(cls, instance):
        plain = type if cls is Protocol else ABCMeta
        structural = plain is ABCMeta and getattr(cls, '_is_protocol', False)
        if structural and not getattr(cls, '_is_runtime_protocol', False) and not _is_exempt():
            raise TypeError(_NOT_RUNTIME)
        return plain.__instancecheck__(cls, instance) or structural and _provides(instance, cls)

    def __subclasscheck__(cls, other):
        plain = type if cls is Protocol else ABCMeta
        if plain is ABCMeta and getattr(cls, '_is_protocol', False) and not _is_exempt():
            objection = _against_class_checks(cls)
            if objection:
                raise TypeError(objection if isinstance(other, type) else 'issubclass() arg 1 must be a class')
        return plain.__subclasscheck__(cls, other)


def _no_init_or_replace_init(self, *args, **kwargs):
    """The __init__ that protocols have, and classes that implement them until they are called first."""
    cls = type(self)
    if cls._is_protocol:
        raise TypeError('Protocols cannot be instantiated')
    # Called by the __init__ of the class itself, there is nothing to do.
    if cls.__init__ is _no_init_or_replace_init:
        defined = (vars(base)['__init__'] for base in cls.__mro__ if '__init__' in vars(base))
        cls.__init__ = next(init for init in defined if init is not _no_init_or_replace_init)
        cls.__init__(self, *args, **kwargs)


class Protocol(Generic, metaclass=_ProtocolMeta):
    """The base of protocols. A class that derives from it and says so is one."""

    __slots__ = ()
    _is_runtime_protocol = False
    _is_protocol = True

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        own = vars(cls)
        if not own.get('_is_protocol', False):
            cls._is_protocol = Protocol in cls.__bases__
        if '__subclasshook__' not in own:
            cls.__subclasshook__ = _proto_hook
        if cls._is_protocol and cls.__init__ is Protocol.__init__:
            cls.__init__ = _no_init_or_replace_init

    @_tp_cache
    def __class_getitem__(cls, args):
        return _generic_class_getitem(cls, args)


_declaring.append(Protocol)


# ---- about protocols


def _is_method(protocol, name):
    """Whether a member can be called, as far as the protocol itself tells."""
    try:
        return callable(getattr(protocol, name, None))
    except Exception as e:
        raise TypeError(f'Failed to determine whether protocol member {name!r} is a method member') from e


def runtime_checkable(cls):
    """Lets isinstance() be used with a protocol, and issubclass() if all members are methods."""
    if not (isinstance(cls, type) and _stands_for_members(cls)):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    cls.__non_callable_proto_members__ = {name for name in cls.__protocol_attrs__ if not _is_method(cls, name)}
    return cls


def is_protocol(tp, /):
    """Whether it is a protocol."""
    return tp is not Protocol and isinstance(tp, type) and getattr(tp, '_is_protocol', False)


def get_protocol_members(tp, /):
    """The names of a protocol's members."""
    if is_protocol(tp):
        return frozenset(tp.__protocol_attrs__)
    raise TypeError(f'{tp!r} is not a Protocol')


# ---- protocols of one method


def _supports(name, method, result):
    """A protocol that asks for a method without parameters."""
    namespace = {'__module__': __name__, '__qualname__': name, '__doc__': f'Has {method}.', '__slots__': ()}
    _declare(namespace, methods=[(method, lambda self: None, result)])
    return runtime_checkable(_ProtocolMeta(name, (Protocol,), namespace))


SupportsInt = _supports('SupportsInt', '__int__', int)
SupportsIndex = _supports('SupportsIndex', '__index__', int)
SupportsFloat = _supports('SupportsFloat', '__float__', float)
SupportsComplex = _supports('SupportsComplex', '__complex__', complex)
SupportsBytes = _supports('SupportsBytes', '__bytes__', bytes)


@runtime_checkable
class SupportsAbs[T](Protocol):
    """Has __abs__, which answers a T."""

    __slots__ = ()
    _declare(vars(), methods=[('__abs__', lambda self: None, T)])


@runtime_checkable
class SupportsRound[T](Protocol):
    """Has __round__, which answers a T."""

    __slots__ = ()
    _declare(vars(), methods=[('__round__', lambda self, ndigits=0: None, int, T)])
