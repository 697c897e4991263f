"""Abstract base classes (PEP 3119)."""

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


def _of_abstract(descriptor):
    """Class decorator of the deprecated descriptors, which mark themselves and what they are made of as abstract."""
    def __init__(self, callable):
        super(descriptor, self).__init__(abstractmethod(callable))

    __init__.__qualname__ = f'{descriptor.__qualname__}.__init__'
    descriptor.__init__ = __init__
    return abstractmethod(descriptor)


@_of_abstract
class abstractclassmethod(classmethod):
    """Deprecated: write @classmethod above @abstractmethod."""


@_of_abstract
class abstractstaticmethod(staticmethod):
    """Deprecated: write @staticmethod above @abstractmethod."""


@abstractmethod
class abstractproperty(property):
    """Deprecated: write @property above @abstractmethod."""


class ABCMeta(type):
    """The metaclass of abstract base classes.

    A class made by it may have abstract methods, and other classes, even built-in ones, may be registered as its
    virtual subclasses: issubclass() and isinstance() take them for subclasses, though they inherit nothing.
    """

    # What a class knows of others, and the search for an answer, are native.

    def __subclasscheck__(cls, subclass):
        """Answers issubclass(subclass, cls)."""
        return _abc_subclasscheck(cls, subclass)

    def __instancecheck__(cls, instance):
        """Answers isinstance(instance, cls)."""
        return _abc_instancecheck(cls, instance)

    def register(cls, subclass):
        """Makes a class a virtual subclass, and returns it, so that this may decorate a class."""
        return _abc_register(cls, subclass)

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        made = super().__new__(mcls, name, bases, namespace, **kwargs)
        _abc_init(made)
        return made

    # For tests, and to look at.

    def _abc_caches_clear(cls):
        """Forgets the answers given so far."""
        _reset_caches(cls)

    def _abc_registry_clear(cls):
        """Forgets the virtual subclasses."""
        _reset_registry(cls)

    def _dump_registry(cls, file=None):
        """Prints what the class knows of others."""
        values = (f'{cls.__module__}.{cls.__qualname__}', get_cache_token(), *_get_dump(cls))
        for label, value in zip(_DUMPED, values, strict=True):
            print(f'{label}: {value}', file=file)


# What _dump_registry prints, line by line.
_DUMPED = (
    'Class', 'Inv. counter', '_abc_registry', '_abc_cache', '_abc_negative_cache', '_abc_negative_cache_version',
)


def _is_abstract(value):
    return getattr(value, '__isabstractmethod__', False)


def update_abstractmethods(cls):
    """Finds out again which methods of a class are abstract, and returns the class; may decorate it.

    To be called after methods were added to a class or taken from it, and before it is used. One that is no abstract
    base class stays as it is.
    """
    if hasattr(cls, '__abstractmethods__'):
        left = {name for name, value in vars(cls).items() if _is_abstract(value)}
        for base in cls.__bases__:
            left.update(name for name in getattr(base, '__abstractmethods__', ())
                        if _is_abstract(getattr(cls, name, None)))
        cls.__abstractmethods__ = frozenset(left)
    return cls


class ABC(metaclass=ABCMeta):
    """What abstract base classes may inherit from, to get the metaclass."""

    __slots__ = ()
