"""Imports by calls: by a name that is made at run time, and once more."""

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

import sys
from builtins import __import__

# Modules that are being loaded again, by name.
_RELOADING = {}


def import_module(name, package=None):
    """The module of this name, imported if it isn't yet: unlike __import__, the one that the last part names.

    A name with dots in front is relative to the package.
    """
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        from .util import resolve_name

        name = resolve_name(name, package)
    if not name:
        raise ValueError('Empty module name')
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """Tells all finders to forget what they found, as files have come or gone since."""
    from ._loading import forget

    forget(sys.meta_path)


def reload(module):
    """Runs a module's code in it once more, and returns what is in sys.modules under its name then."""
    name = _name_of(module)
    if module is not sys.modules.get(name):
        raise ImportError(f'module {name} not in sys.modules', name=name)
    # A module may ask to be loaded again while it is.
    if name not in _RELOADING:
        _RELOADING[name] = module
        try:
            return _load_again(name, module)
        finally:
            _RELOADING.pop(name, None)
    return _RELOADING[name]


def _name_of(module):
    for holder, attribute in (getattr(module, '__spec__', None), 'name'), (module, '__name__'):
        if hasattr(holder, attribute):
            return getattr(holder, attribute)
    raise TypeError('reload() argument must be a module')


def _load_again(name, module):
    from . import _loading

    path = None
    parent = name.rpartition('.')[0]
    if parent:
        if parent not in sys.modules:
            raise ImportError(f'parent {parent!r} not in sys.modules', name=parent)
        path = sys.modules[parent].__path__
    spec = module.__spec__ = _loading.find_spec(name, path, module)
    if spec is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    _loading.exec_in(spec, module)
    # The module may have replaced itself.
    return sys.modules[name]
