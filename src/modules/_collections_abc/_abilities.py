"""What an object can do: the classes of one or a few methods, recognized by these, and coroutines and generators."""

from abc import ABCMeta

__name__ = 'collections.abc'

GenericAlias = type(list[int])


def _check_methods(C, *methods):
    """True if C has all the methods, inherited or its own; a class says by None that it hasn't got one."""
    namespaces = [base.__dict__ for base in C.__mro__]
    for method in methods:
        if next((namespace[method] for namespace in namespaces if method in namespace), None) is None:
            return NotImplemented
    return True


# The classes made by _ability, each with the methods it is recognized by, as keys.
_recognized_by = {}


@classmethod
def _recognize(cls, C):
    # Subclasses that aren't made by _ability inherit the hook, but want more than these methods.
    methods = _recognized_by.get(cls)
    return NotImplemented if methods is None else _check_methods(C, *methods)


_function = type(_check_methods)


def _ability(name, bases, namespace, *, mixins=()):
    """Makes an abstract class from a class statement with `metaclass=_ability`.

    Its methods are abstract except the mixins. A class that has all of them, and those of its bases, counts as a
    subclass without inheriting from it.
    """
    methods = {}
    for base in bases:
        methods |= _recognized_by.get(base, {})
    for attribute, value in namespace.items():
        if isinstance(value, _function):
            methods[attribute] = None
            if attribute not in mixins:
                value.__isabstractmethod__ = True
    namespace['__slots__'] = ()
    namespace['__subclasshook__'] = _recognize
    cls = ABCMeta(name, bases, namespace)
    _recognized_by[cls] = methods
    return cls


class Hashable(metaclass=_ability):
    def __hash__(self):
        return 0


class Sized(metaclass=_ability):
    def __len__(self):
        return 0


class Container(metaclass=_ability):
    __class_getitem__ = classmethod(GenericAlias)

    def __contains__(self, x):
        return False


class Buffer(metaclass=_ability):
    def __buffer__(self, flags: int, /) -> memoryview:
        raise NotImplementedError


# Iteration

def _first(values):
    """The first value of an iterable; raises KeyError if there is none."""
    for value in values:
        return value
    raise KeyError from None


def _until(ending, method):
    """Calls a method again and again, until it raises the exception."""
    try:
        while True:
            method()
    except ending:
        pass


class Iterable(metaclass=_ability):
    __class_getitem__ = classmethod(GenericAlias)

    def __iter__(self):
        yield from ()


class Reversible(Iterable, metaclass=_ability):
    def __reversed__(self):
        yield from ()


class Collection(Sized, Iterable, Container, metaclass=_ability):
    pass


class Iterator(Iterable, metaclass=_ability, mixins=('__iter__',)):
    def __iter__(self):
        return self

    def __next__(self):
        """The next item; raises StopIteration when there is none."""
        raise StopIteration


class AsyncIterable(metaclass=_ability):
    __class_getitem__ = classmethod(GenericAlias)

    def __aiter__(self):
        return AsyncIterator()


class AsyncIterator(AsyncIterable, metaclass=_ability, mixins=('__aiter__',)):
    def __aiter__(self):
        return self

    async def __anext__(self):
        """The next item; raises StopAsyncIteration when there is none."""
        raise StopAsyncIteration


# What runs until it yields, and goes on when something is sent to it or raised in it

def _thrown(typ, val, tb):
    """The exception that the arguments of throw() mean."""
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


class _EndOf:
    """The block in which something has been told by GeneratorExit to end: it may not yield once more."""

    def __init__(self, kind, *ends):
        self.kind = kind
        self.ends = GeneratorExit, *ends

    def __enter__(self):
        pass

    def __exit__(self, raised, *_):
        if raised is None:
            raise RuntimeError(f'{self.kind} ignored GeneratorExit')
        return issubclass(raised, self.ends)


class Generator(Iterator, metaclass=_ability, mixins=('__next__', 'close')):
    def __next__(self):
        """What the generator yields next; raises StopIteration when it is at its end."""
        return self.send(None)

    def send(self, value):
        """Lets the generator go on with a value; answers what it yields next, or raises StopIteration."""
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        """Raises an exception in the generator; answers what it yields next, or raises StopIteration."""
        raise _thrown(typ, val, tb)

    def close(self):
        """Raises GeneratorExit in it, which has to end it."""
        with _EndOf('generator', StopIteration):
            self.throw(GeneratorExit)


class Awaitable(metaclass=_ability):
    __class_getitem__ = classmethod(GenericAlias)

    def __await__(self):
        yield


class Coroutine(Awaitable, metaclass=_ability, mixins=('close',)):
    def send(self, value):
        """Lets the coroutine go on with a value; answers what it yields next, or raises StopIteration."""
        raise StopIteration

    def throw(self, typ, val=None, tb=None):
        """Raises an exception in the coroutine; answers what it yields next, or raises StopIteration."""
        raise _thrown(typ, val, tb)

    def close(self):
        """Raises GeneratorExit in it, which has to end it."""
        with _EndOf('coroutine', StopIteration):
            self.throw(GeneratorExit)


class AsyncGenerator(AsyncIterator, metaclass=_ability, mixins=('__anext__', 'aclose')):
    async def __anext__(self):
        """What the asynchronous generator yields next; raises StopAsyncIteration when it is at its end."""
        return await self.asend(None)

    async def asend(self, value):
        """Lets the generator go on with a value; answers what it yields next, or raises StopAsyncIteration."""
        raise StopAsyncIteration

    async def athrow(self, typ, val=None, tb=None):
        """Raises an exception in the generator; answers what it yields next, or raises StopAsyncIteration."""
        raise _thrown(typ, val, tb)

    async def aclose(self):
        """Raises GeneratorExit in it, which has to end it."""
        with _EndOf('asynchronous generator', StopAsyncIteration):
            await self.athrow(GeneratorExit)


# Built-in classes, of which some are only to be had from an instance

def _register_builtins():
    async def coroutine():
        pass

    async def async_generator():
        yield

    dictionary = {}
    views = dictionary.keys(), dictionary.values(), dictionary.items()
    iterated = b'', bytearray(), *views, [], range(0), range(1 << 1000), set(), '', ()
    waiting = coroutine()
    for cls, instances in (
        (Iterator, (*map(iter, iterated), *map(reversed, ([], dictionary, *views)), zip())),
        (Generator, ((lambda: (yield))(),)),
        (Coroutine, (waiting,)),
        (AsyncGenerator, (async_generator(),)),
        (Buffer, (b'', bytearray(), memoryview(b''))),
    ):
        for instance in instances:
            cls.register(type(instance))
    waiting.close()


_register_builtins()
del _register_builtins
