"""Abstract Base Classes (ABCs) according to PEP 3119."""

from _abc import (
    _abc_init,
    _abc_instancecheck,
    _abc_register,
    _abc_subclasscheck,
    _get_dump,
    _reset_caches,
    _reset_registry,
    get_cache_token,
)


def abstractmethod(funcobj):
    """Decorates a method that subclasses have to define: a class that leaves one undefined can't be instantiated.

    This takes a metaclass that is ABCMeta or derived from it.
    """
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    """Deprecated: use 'classmethod' with 'abstractmethod' instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractstaticmethod(staticmethod):
    """Deprecated: use 'staticmethod' with 'abstractmethod' instead."""

    __isabstractmethod__ = True

    def __init__(self, callable):
        super().__init__(abstractmethod(callable))


class abstractproperty(property):
    """Deprecated: use 'property' with 'abstractmethod' instead."""

    __isabstractmethod__ = True


class ABCMeta(type):
    """Metaclass for defining Abstract Base Classes (ABCs).

    A class made by it may have abstract methods, and other classes,
    even built-in ones, may be registered as its 'virtual subclasses':
    issubclass() and isinstance() take them for subclasses, though they
    inherit nothing.
    """

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(cls)
        return cls

    def register(cls, subclass):
        """Register a virtual subclass of an ABC.

        Returns the subclass, to allow usage as a class decorator.
        """
        return _abc_register(cls, subclass)

    def __instancecheck__(cls, instance):
        """Override for isinstance(instance, cls)."""
        return _abc_instancecheck(cls, instance)

    def __subclasscheck__(cls, subclass):
        """Override for issubclass(subclass, cls)."""
        return _abc_subclasscheck(cls, subclass)

    def _dump_registry(cls, file=None):
        """Debug helper to print the ABC registry."""
        print(f'Class: {cls.__module__}.{cls.__qualname__}', file=file)
        print(f'Inv. counter: {get_cache_token()}', file=file)
        labels = '_abc_registry', '_abc_cache', '_abc_negative_cache', '_abc_negative_cache_version'
        for label, value in zip(labels, _get_dump(cls)):
            print(f'{label}: {value!r}', file=file)

    def _abc_registry_clear(cls):
        """Clear the registry (for debugging or testing)."""
        _reset_registry(cls)

    def _abc_caches_clear(cls):
        """Clear the caches (for debugging or testing)."""
        _reset_caches(cls)


def update_abstractmethods(cls):
    """Recalculate the set of abstract methods of an abstract class.

    To be called after methods were added to or taken from a class, and
    before it is used.  Returns the class, to allow usage as a class
    decorator; of a class that is no ABC nothing is changed.
    """
    if not hasattr(cls, '__abstractmethods__'):
        return cls
    inherited = (name for base in cls.__bases__ for name in getattr(base, '__abstractmethods__', ()))
    abstracts = {name for name in inherited if getattr(getattr(cls, name, None), '__isabstractmethod__', False)}
    abstracts.update(name for name, value in cls.__dict__.items() if getattr(value, '__isabstractmethod__', False))
    cls.__abstractmethods__ = frozenset(abstracts)
    return cls


class ABC(metaclass=ABCMeta):
    """What abstract base classes may inherit from, to get the metaclass."""

    __slots__ = ()
