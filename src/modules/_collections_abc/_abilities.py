"""What an object can do: the classes of one or a few methods, recognized by these, and coroutines and generators."""

from abc import ABCMeta, abstractmethod

__name__ = 'collections.abc'

GenericAlias = type(list[int])


def _check_methods(C, *methods):
    """True if C has all the methods, inherited or its own; a class says by None that it hasn't got one."""
    for method in methods:
        definitions = (base.__dict__[method] for base in C.__mro__ if method in base.__dict__)
        if next(definitions, None) is None:
            return NotImplemented
    return True


def _recognized_by(*methods):
    """Decorates an abstract class: classes that have the methods are subclasses, without inheriting from it."""
    def decorated(cls):
        def __subclasshook__(asked, C):
            # Subclasses inherit the hook, but want more than these methods.
            return _check_methods(C, *methods) if asked is cls else NotImplemented

        __subclasshook__.__qualname__ = f'{cls.__qualname__}.__subclasshook__'
        cls.__subclasshook__ = classmethod(__subclasshook__)
        return cls

    return decorated


@_recognized_by('__hash__')
class Hashable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __hash__(self):
        return 0


@_recognized_by('__await__')
class Awaitable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __await__(self):
        yield

    __class_getitem__ = classmethod(GenericAlias)


@_recognized_by('__await__', 'send', 'throw', 'close')
class Coroutine(Awaitable):

    __slots__ = ()

    @abstractmethod
    def send(self, value):
        """Lets the coroutine go on with a value; answers what it yields next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raises an exception in the coroutine; answers what it yields next, or raises StopIteration."""
        raise _thrown(typ, val, tb)

    def close(self):
        """Raises GeneratorExit in it, which has to end it."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('coroutine ignored GeneratorExit')


def _thrown(typ, val, tb):
    """The exception that the arguments of throw() mean."""
    if val is None:
        if tb is None:
            return typ
        val = typ()
    return val if tb is None else val.with_traceback(tb)


async def _coroutine():
    pass


_example = _coroutine()
Coroutine.register(type(_example))
_example.close()


@_recognized_by('__aiter__')
class AsyncIterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __aiter__(self):
        return AsyncIterator()

    __class_getitem__ = classmethod(GenericAlias)


@_recognized_by('__anext__', '__aiter__')
class AsyncIterator(AsyncIterable):

    __slots__ = ()

    @abstractmethod
    async def __anext__(self):
        """The next item; raises StopAsyncIteration when there is none."""
        raise StopAsyncIteration

    def __aiter__(self):
        return self


@_recognized_by('__aiter__', '__anext__', 'asend', 'athrow', 'aclose')
class AsyncGenerator(AsyncIterator):

    __slots__ = ()

    async def __anext__(self):
        """What the asynchronous generator yields next; raises StopAsyncIteration when it is at its end."""
        return await self.asend(None)

    @abstractmethod
    async def asend(self, value):
        """Lets the asynchronous generator go on with a value; answers what it yields next, or raises StopAsyncIteration."""
        raise StopAsyncIteration

    @abstractmethod
    async def athrow(self, typ, val=None, tb=None):
        """Raises an exception in the asynchronous generator; answers what it yields next, or raises StopAsyncIteration."""
        raise _thrown(typ, val, tb)

    async def aclose(self):
        """Raises GeneratorExit in it, which has to end it."""
        try:
            await self.athrow(GeneratorExit)
        except (GeneratorExit, StopAsyncIteration):
            return
        raise RuntimeError('asynchronous generator ignored GeneratorExit')


async def _async_generator():
    yield


AsyncGenerator.register(type(_async_generator()))
del _coroutine, _async_generator


@_recognized_by('__iter__')
class Iterable(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __iter__(self):
        while False:
            yield None

    __class_getitem__ = classmethod(GenericAlias)


@_recognized_by('__iter__', '__next__')
class Iterator(Iterable):

    __slots__ = ()

    @abstractmethod
    def __next__(self):
        """The next item; raises StopIteration when there is none."""
        raise StopIteration

    def __iter__(self):
        return self


for _example in (b'', bytearray(), {}.keys(), {}.values(), {}.items(), [], range(0), range(1 << 1000), set(), '', ()):
    Iterator.register(type(iter(_example)))
for _example in ([], {}, {}.keys(), {}.values(), {}.items()):
    Iterator.register(type(reversed(_example)))
Iterator.register(zip)
del _example


@_recognized_by('__reversed__', '__iter__')
class Reversible(Iterable):

    __slots__ = ()

    @abstractmethod
    def __reversed__(self):
        while False:
            yield None


@_recognized_by('__iter__', '__next__', 'send', 'throw', 'close')
class Generator(Iterator):

    __slots__ = ()

    def __next__(self):
        """What the generator yields next; raises StopIteration when it is at its end."""
        return self.send(None)

    @abstractmethod
    def send(self, value):
        """Lets the generator go on with a value; answers what it yields next, or raises StopIteration."""
        raise StopIteration

    @abstractmethod
    def throw(self, typ, val=None, tb=None):
        """Raises an exception in the generator; answers what it yields next, or raises StopIteration."""
        raise _thrown(typ, val, tb)

    def close(self):
        """Raises GeneratorExit in it, which has to end it."""
        try:
            self.throw(GeneratorExit)
        except (GeneratorExit, StopIteration):
            return
        raise RuntimeError('generator ignored GeneratorExit')


Generator.register(type((lambda: (yield))()))


@_recognized_by('__len__')
class Sized(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __len__(self):
        return 0


@_recognized_by('__contains__')
class Container(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __contains__(self, x):
        return False

    __class_getitem__ = classmethod(GenericAlias)


@_recognized_by('__len__', '__iter__', '__contains__')
class Collection(Sized, Iterable, Container):

    __slots__ = ()


@_recognized_by('__buffer__')
class Buffer(metaclass=ABCMeta):

    __slots__ = ()

    @abstractmethod
    def __buffer__(self, flags, /):
        raise NotImplementedError


for _class in (bytes, bytearray, memoryview):
    Buffer.register(_class)
del _class
