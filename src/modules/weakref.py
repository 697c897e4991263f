"""Weak reference support: references, proxies, and collections that do not keep what they hold."""

from _collections_abc import Mapping, MutableMapping, MutableSet
from _weakref import (
    CallableProxyType,
    ProxyType,
    ReferenceType,
    getweakrefcount,
    getweakrefs,
    proxy,
    ref,
)
from _weakrefset import WeakSet

ProxyTypes = (ProxyType, CallableProxyType)

__all__ = [
    'ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyType',
    'CallableProxyType', 'ProxyTypes', 'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize',
]

MutableSet.register(WeakSet)


class WeakMethod(ref):
    """A weak reference to a bound method: alive as long as its object and function are."""

    __slots__ = '_func_ref', '_meth_type', '_alive', '__weakref__'

    def __new__(cls, meth, callback=None):
        if not (hasattr(meth, '__self__') and hasattr(meth, '__func__')):
            raise TypeError(f'argument should be a bound method, not {type(meth)}')

        def gone(_):
            # The object and the function may both go, but the method goes only once.
            method = itself()
            if method is not None and method._alive:
                method._alive = False
                if callback is not None:
                    callback(method)

        made = ref.__new__(cls, meth.__self__, gone)
        made._func_ref = ref(meth.__func__, gone)
        made._meth_type = type(meth)
        made._alive = True
        itself = ref(made)
        return made

    def __call__(self):
        func, obj = self._func_ref(), super().__call__()
        return None if func is None or obj is None else self._meth_type(func, obj)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        if self._alive and other._alive:
            return ref.__eq__(self, other) and self._func_ref == other._func_ref
        return self is other

    def __ne__(self, other):
        equal = self.__eq__(other)
        return equal if equal is NotImplemented else not equal

    __hash__ = ref.__hash__


class KeyedRef(ref):
    """A reference that knows the key it is stored under."""

    __slots__ = ('key',)

    def __new__(cls, ob, callback, key):
        made = super().__new__(cls, ob, callback)
        made.key = key
        return made

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


def _merged(base, other):
    """base, updated with the items of other; NotImplemented if that is no mapping."""
    if isinstance(other, Mapping):
        base.update(other)
        return base
    return NotImplemented


def _pairs(items):
    """What update() takes, as pairs of key and value: a mapping, an iterable of pairs, or None."""
    if items is None:
        return ()
    return items.items() if hasattr(items, 'items') else dict(items).items()


def _live(pairs):
    """Both sides of each pair whose reference, the first, still has its object, this in place of the reference."""
    for wr, other in pairs:
        if (obj := wr()) is not None:
            yield obj, other


class WeakValueDictionary(MutableMapping):
    """A mapping that holds its values weakly: an item goes when nothing else refers to its value."""

    def __init__(self, other=(), /, **kw):
        # A KeyedRef for each key.
        self.data = {}

        def remove(wr, owner=ref(self)):
            alive = owner()
            # There may be another value under the key by now.
            if alive is not None and alive.data.get(wr.key) is wr:
                del alive.data[wr.key]

        self._remove = remove
        self.update(other, **kw)

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def _find(self, key):
        """The value of a key; None if there is none, or no longer."""
        wr = self.data.get(key)
        return None if wr is None else wr()

    def __getitem__(self, key):
        found = self.data[key]()
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key, default=None):
        found = self._find(key)
        return default if found is None else found

    def __contains__(self, key):
        return self._find(key) is not None

    def __len__(self):
        return len(self.data)

    def __setitem__(self, key, value):
        self.data[key] = KeyedRef(value, self._remove, key)

    def __delitem__(self, key):
        del self.data[key]

    # The iterators go over copies: items may go meanwhile.

    def items(self):
        for obj, key in _live((wr, key) for key, wr in [*self.data.items()]):
            yield key, obj

    def keys(self):
        for _, key in _live((wr, key) for key, wr in [*self.data.items()]):
            yield key

    def values(self):
        for obj, _ in _live((wr, None) for wr in [*self.data.values()]):
            yield obj

    __iter__ = keys

    def valuerefs(self):
        """The references to the values, in a list. Their objects may be gone when they are used."""
        return [*self.data.values()]

    def itervaluerefs(self):
        """Iterates over the references to the values. Their objects may be gone when they are used."""
        yield from self.valuerefs()

    def setdefault(self, key, default=None):
        found = self._find(key)
        if found is None:
            self[key] = found = default
        return found

    def pop(self, key, *args):
        wr = self.data.pop(key, None)
        found = None if wr is None else wr()
        if found is not None:
            return found
        if not args:
            raise KeyError(key)
        return args[0]

    def popitem(self):
        found = None
        while found is None:
            key, wr = self.data.popitem()
            found = wr()
        return key, found

    def update(self, other=None, /, **kwargs):
        for items in (other, kwargs):
            for key, value in _pairs(items):
                self[key] = value

    def copy(self):
        return _merged(WeakValueDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        # The values are not copied: nothing would refer to the copies.
        made = type(self)()
        made.update({deepcopy(key, memo): value for key, value in self.items()})
        return made

    def __or__(self, other):
        return _merged(self.copy(), other)

    def __ror__(self, other):
        made = _merged(self.__class__(), other)
        return made if made is NotImplemented else _merged(made, self)

    def __ior__(self, other):
        self.update(other)
        return self


class WeakKeyDictionary(MutableMapping):
    """A mapping that holds its keys weakly: an item goes when nothing else refers to its key.

    By this, objects can be given what has no place in them, without keeping them.
    """

    def __init__(self, dict=None):
        # The value for each reference.
        self.data = {}

        def remove(wr, owner=ref(self)):
            alive = owner()
            if alive is not None:
                alive.data.pop(wr, None)

        self._remove = remove
        if dict is not None:
            self.update(dict)

    def __repr__(self):
        return f'<{self.__class__.__name__} at {id(self):#x}>'

    def __getitem__(self, key):
        return self.data[ref(key)]

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def __contains__(self, key):
        try:
            sought = ref(key)
        except TypeError:
            return False
        return sought in self.data

    def __len__(self):
        return len(self.data)

    def __setitem__(self, key, value):
        self.data[ref(key, self._remove)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    # The iterators go over copies: items may go meanwhile.

    def items(self):
        yield from _live([*self.data.items()])

    def keys(self):
        for obj, _ in _live([*self.data.items()]):
            yield obj

    def values(self):
        for _, value in _live([*self.data.items()]):
            yield value

    __iter__ = keys

    def keyrefs(self):
        """The references to the keys, in a list. Their objects may be gone when they are used."""
        return [*self.data]

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key, self._remove), default)

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def popitem(self):
        found = None
        while found is None:
            wr, value = self.data.popitem()
            found = wr()
        return found, value

    def update(self, dict=None, /, **kwargs):
        for items in (dict, kwargs):
            for key, value in _pairs(items):
                self[key] = value

    def copy(self):
        return _merged(WeakKeyDictionary(), self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        made = type(self)()
        for key, value in self.items():
            made[key] = deepcopy(value, memo)
        return made

    def __or__(self, other):
        return _merged(self.copy(), other)

    def __ror__(self, other):
        made = _merged(self.__class__(), other)
        return made if made is NotImplemented else _merged(made, self)

    def __ior__(self, other):
        self.update(other)
        return self


class _Call:
    """What a finalizer is going to do."""

    __slots__ = ('weakref', 'func', 'args', 'kwargs', 'atexit', 'index')

    def __init__(self, weakref, func, args, kwargs, index):
        self.weakref = weakref
        self.func, self.args, self.kwargs = func, args, kwargs
        self.index = index
        self.atexit = True


class finalize:
    """Calls func(*args, **kwargs) when obj is gone, when it is itself called, or else when the program exits.

    It does so once; then it is dead, and calling it answers None.  It needn't be kept.  Those left at exit are
    called last made, first called, except where the attribute `atexit` was set to false.
    """

    # All state is here, so that a finalizer needs no attributes, and lives as long as what it waits for.
    __slots__ = ()
    _registry = {}
    _made = 0

    def __init__(self, obj, func, /, *args, **kwargs):
        if not finalize._made:
            import atexit

            atexit.register(self._exitfunc)
        finalize._made += 1
        self._registry[self] = _Call(ref(obj, self), func, args, kwargs, finalize._made)

    def __call__(self, _=None):
        """Makes the call and answers its result, or None if it was made before."""
        call = self._registry.pop(self, None)
        return None if call is None else call.func(*call.args, **call.kwargs)

    def peek(self):
        """The tuple (obj, func, args, kwargs), or None if this is dead."""
        call = self._registry.get(self)
        obj = None if call is None else call.weakref()
        return None if obj is None else (obj, call.func, call.args, call.kwargs)

    def detach(self):
        """The same as peek(), and makes this dead."""
        what = self.peek()
        if what is not None and self._registry.pop(self, None) is not None:
            return what

    @property
    def alive(self):
        """Whether the call is still to be made."""
        return self in self._registry

    @property
    def atexit(self):
        """Whether the call is to be made when the program exits."""
        return self.alive and self._registry[self].atexit

    @atexit.setter
    def atexit(self, value):
        if self.alive:
            self._registry[self].atexit = bool(value)

    def __repr__(self):
        what = self.peek()
        state = 'dead' if what is None else f'for {type(what[0]).__name__!r} at {id(what[0]):#x}'
        return f'<{type(self).__name__} object at {id(self):#x}; {state}>'

    @classmethod
    def _exitfunc(cls):
        # A finalizer may make others, which are called as well.
        while pending := [(call.index, each) for each, call in cls._registry.items() if call.atexit]:
            try:
                max(pending)[1]()
            except Exception:
                import sys

                sys.excepthook(*sys.exc_info())
