"""Context managers and tools to make, combine and imitate them."""

import abc
import sys
from _collections_abc import _ability
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = [
    'asynccontextmanager', 'contextmanager', 'closing', 'nullcontext', 'AbstractContextManager',
    'AbstractAsyncContextManager', 'AsyncExitStack', 'ContextDecorator', 'ExitStack', 'redirect_stdout',
    'redirect_stderr', 'suppress', 'aclosing', 'chdir',
]


class AbstractContextManager(abc.ABC, metaclass=_ability, mixins=('__enter__',)):
    """What has __enter__ and __exit__: subclasses define __exit__."""

    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        """Answers what `with ... as` binds: the manager itself."""
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        """Leaves the block; a true answer suppresses the exception."""


class AbstractAsyncContextManager(abc.ABC, metaclass=_ability, mixins=('__aenter__',)):
    """What has __aenter__ and __aexit__: subclasses define __aexit__."""

    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        """Answers what `async with ... as` binds: the manager itself."""
        return self

    async def __aexit__(self, exc_type, exc_value, traceback):
        """Leaves the block; a true answer suppresses the exception."""


# Managers as decorators

class ContextDecorator:
    """Lets instances of a context manager class decorate functions, whose calls then are the block."""

    def _recreate_cm(self):
        """The manager for one call: for managers that can be entered only once, another one each time."""
        return self

    def __call__(self, func):
        return _within(self._recreate_cm, func)


class AsyncContextDecorator:
    """Lets instances of an asynchronous context manager class decorate coroutine functions."""

    _recreate_cm = ContextDecorator._recreate_cm

    def __call__(self, func):
        return _within_async(self._recreate_cm, func)


def _within(make_manager, func):
    @wraps(func)
    def inner(*args, **kwds):
        with make_manager():
            return func(*args, **kwds)

    return inner


def _within_async(make_manager, func):
    @wraps(func)
    async def inner(*args, **kwds):
        async with make_manager():
            return await func(*args, **kwds)

    return inner


# Managers made of generators

def _never_yielded():
    return RuntimeError("generator didn't yield")


class _GeneratorManagerBase:
    """The state of a manager made of a generator, asynchronous or not."""

    def __init__(self, func, args, kwds):
        self.gen = func(*args, **kwds)
        self._origin = func, args, kwds
        doc = getattr(func, '__doc__', None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return self.__class__(*self._origin)

    def _let_pass(self, raised, thrown, traceback):
        """Whether `raised`, which the generator answered to `thrown`, is just that, unhandled.

        Then the with statement goes on raising it, and it shall look as if it had never been in the generator.
        A generator can't raise the exceptions that mean its end; they come out as causes of a RuntimeError (PEP 479).
        """
        if raised is not thrown:
            disguised = isinstance(raised, RuntimeError) and isinstance(thrown, self._ends)
            if not disguised or raised.__cause__ is not thrown:
                return False
        thrown.__traceback__ = traceback
        return True


class _GeneratorContextManager(_GeneratorManagerBase, AbstractContextManager, ContextDecorator):
    """What a function decorated with @contextmanager returns."""

    _ends = (StopIteration,)

    def __enter__(self):
        # No longer needed, and maybe large.
        del self._origin
        try:
            return next(self.gen)
        except self._ends:
            raise _never_yielded() from None

    def __exit__(self, typ, value, traceback):
        try:
            if typ is None:
                fault = "generator didn't stop"
                next(self.gen)
            else:
                fault = "generator didn't stop after throw()"
                value = typ() if value is None else value
                self.gen.throw(value)
        except BaseException as raised:
            if typ is not None and self._let_pass(raised, value, traceback):
                return False
            if isinstance(raised, StopIteration):
                return typ is not None
            raise
        try:
            raise RuntimeError(fault)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    """What a function decorated with @asynccontextmanager returns."""

    _ends = (StopIteration, StopAsyncIteration)

    async def __aenter__(self):
        del self._origin
        try:
            return await anext(self.gen)
        except self._ends:
            raise _never_yielded() from None

    async def __aexit__(self, typ, value, traceback):
        try:
            if typ is None:
                fault = "generator didn't stop"
                await anext(self.gen)
            else:
                fault = "generator didn't stop after athrow()"
                value = typ() if value is None else value
                await self.gen.athrow(value)
        except BaseException as raised:
            if typ is not None and self._let_pass(raised, value, traceback):
                return False
            if isinstance(raised, StopAsyncIteration):
                return typ is not None
            raise
        try:
            raise RuntimeError(fault)
        finally:
            await self.gen.aclose()


def _manager_maker(manager, func):
    """A function with the looks of func whose results are managers of its generators."""
    @wraps(func)
    def helper(*args, **kwds):
        return manager(func, args, kwds)

    return helper


def contextmanager(func):
    """Makes of a generator function a function whose results are context managers.

    The generator yields once. What it does before, it does on entering the block, what it yields is the target of
    `as`, and what it does after, it does on leaving; exceptions of the block are raised where it yields.

        @contextmanager
        def opened(path):
            file = open(path)
            try:
                yield file
            finally:
                file.close()
    """
    return _manager_maker(_GeneratorContextManager, func)


def asynccontextmanager(func):
    """As @contextmanager, for an asynchronous generator function and `async with`."""
    return _manager_maker(_AsyncGeneratorContextManager, func)


# Ready-made managers

class closing(AbstractContextManager):
    """Calls thing.close() at the end of the block."""

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing

    def __exit__(self, *_):
        self.thing.close()


class aclosing(AbstractAsyncContextManager):
    """Awaits thing.aclose() at the end of the block, as asynchronous generators need it."""

    __init__ = closing.__init__

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *_):
        await self.thing.aclose()


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    """Does nothing: for where there may be a context manager, or none."""

    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *_):
        pass

    async def __aexit__(self, *_):
        pass


class _Replacement(AbstractContextManager):
    """Puts something in the place of something else, for the block. It can be entered again in its own block."""

    def __init__(self, new):
        self._new = new
        # One for each block that is being executed.
        self._replaced = []

    def __enter__(self):
        self._replaced.append(self._current())
        self._put(self._new)
        return self._new

    def __exit__(self, *_):
        self._put(self._replaced.pop())


class _RedirectStream(_Replacement):
    """Replaces sys.<_stream>."""

    _stream = None

    def __init__(self, new_target):
        super().__init__(new_target)

    def _current(self):
        return getattr(sys, self._stream)

    def _put(self, stream):
        setattr(sys, self._stream, stream)


class redirect_stdout(_RedirectStream):
    """Sends to another file what is written to sys.stdout."""

    _stream = 'stdout'


class redirect_stderr(_RedirectStream):
    """Sends to another file what is written to sys.stderr."""

    _stream = 'stderr'


class chdir(_Replacement):
    """Changes the current working directory, of the whole process, for the block."""

    def __init__(self, path):
        super().__init__(path)

    @property
    def path(self):
        """The directory of the block."""
        return self._new

    def __enter__(self):
        super().__enter__()

    def _current(self):
        import os

        return os.getcwd()

    def _put(self, path):
        import os

        os.chdir(path)


class suppress(AbstractContextManager):
    """Ends the block silently if it raises one of the exceptions; of a group only these are taken out."""

    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        if issubclass(exctype, self._exceptions):
            return True
        if not issubclass(exctype, BaseExceptionGroup):
            return False
        others = excinst.split(self._exceptions)[1]
        if others is not None:
            raise others
        return True


# Stacks of managers

def _methods_of(cm, enter, exit, protocol):
    """The two methods, not bound: as the with statement, look at the class."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        kind = f'{cls.__module__}.{cls.__qualname__}'
        raise TypeError(f"'{kind}' object does not support the {protocol} protocol") from None


class _Unwinding:
    """The exception that passes through the callbacks of a stack, as it would leave nested blocks."""

    def __init__(self, exc):
        self.received = self.exc = exc
        # Whether self.exc has to be raised: a callback raised it, and it isn't just passed on.
        self.is_new = False
        # New exceptions get as context what is being handled here; nested blocks would give them self.exc.
        self.outer = sys.exception()

    # A block for each of the callbacks

    def __enter__(self):
        """The arguments for the callback."""
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def __exit__(self, kind, error, traceback):
        if error is not None:
            self._replace(error)
        return True

    def _replace(self, error):
        """A callback raised error. Its chain of contexts shall go on with the exception it replaces."""
        last = error
        if self.outer is not None:
            while (context := last.__context__) is not self.outer:
                if context is None or context is self.exc:
                    break
                last = context
            else:
                last.__context__ = self.exc
        self.exc = error
        self.is_new = True

    def answered(self, answer):
        """A callback answered this: if it is true, the exception is dealt with."""
        if answer:
            self.exc = None
            self.is_new = False

    def finish(self):
        """Raises what a callback raised, or says whether the exception was suppressed."""
        if not self.is_new:
            return self.received is not None and self.exc is None
        context = self.exc.__context__
        try:
            raise self.exc
        finally:
            # Raising it here set another one.
            self.exc.__context__ = context


class _BaseExitStack:
    """Callbacks, called last in, first out."""

    def __init__(self):
        # Pairs: whether the callback isn't to be awaited, and the callback.
        self._exit_callbacks = deque()

    def push(self, exit):
        """Pushes a context manager's __exit__, or a function called like that. Returns the argument."""
        return self._push(exit, '__exit__', True)

    def enter_context(self, cm):
        """Enters a context manager, pushes its __exit__, and returns what its __enter__ answered."""
        enter, exit = _methods_of(cm, '__enter__', '__exit__', 'context manager')
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(exit, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        """Pushes a call with the given arguments, which can't suppress exceptions. Returns the function."""
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((True, _exit_wrapper))
        return callback

    def _push(self, exit, method, is_sync):
        cls = type(exit)
        callback = MethodType(getattr(cls, method), exit) if hasattr(cls, method) else exit
        self._exit_callbacks.append((is_sync, callback))
        return exit

    def pop_all(self):
        """Moves the callbacks to a new stack, and returns that."""
        moved = type(self)()
        moved._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return moved

    def _unwound(self):
        """The callbacks, each taken away before it is called. They may push others."""
        while self._exit_callbacks:
            yield self._exit_callbacks.pop()


class ExitStack(_BaseExitStack, AbstractContextManager):
    """A context manager that leaves others, entered or pushed meanwhile, as if their blocks were nested.

        with ExitStack() as stack:
            files = [stack.enter_context(open(path)) for path in paths]
    """

    def __exit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        for _, callback in self._unwound():
            with unwinding as details:
                unwinding.answered(callback(*details))
        return unwinding.finish()

    def close(self):
        """Leaves everything now."""
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    """An ExitStack for `async with`, for asynchronous managers and callbacks as well."""

    async def __aexit__(self, *exc_details):
        unwinding = _Unwinding(exc_details[1])
        for is_sync, callback in self._unwound():
            with unwinding as details:
                answer = callback(*details)
                unwinding.answered(answer if is_sync else await answer)
        return unwinding.finish()

    async def aclose(self):
        """Leaves everything now."""
        await self.__aexit__(None, None, None)

    def push_async_exit(self, exit):
        """Pushes an asynchronous manager's __aexit__, or a coroutine function called like that."""
        return self._push(exit, '__aexit__', False)

    async def enter_async_context(self, cm):
        """Enters an asynchronous manager, pushes its __aexit__, and returns what its __aenter__ answered."""
        enter, exit = _methods_of(cm, '__aenter__', '__aexit__', 'asynchronous context manager')
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(exit, cm)))
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        """Pushes a call of a coroutine function, which can't suppress exceptions. Returns the function."""
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)

        _exit_wrapper.__wrapped__ = callback
        self._exit_callbacks.append((False, _exit_wrapper))
        return callback
