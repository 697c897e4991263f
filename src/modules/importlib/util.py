"""Utility code for constructing importers, etc."""

import _imp
import sys
import types

from ._loading import find_spec as _find, module_from_spec, spec_from_file_location, spec_from_loader


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    rest = name.lstrip('.')
    bits = package.rsplit('.', len(name) - len(rest) - 1)
    if len(bits) < len(name) - len(rest):
        raise ImportError('attempted relative import beyond top-level package')
    return f'{bits[0]}.{rest}' if rest else bits[0]


def find_spec(name, package=None):
    """Return the spec for the specified module.

    First, sys.modules is checked to see if the module was already imported. If
    so, then sys.modules[name].__spec__ is returned. If that happens to be
    set to None, then ValueError is raised. If the module is not in
    sys.modules, then sys.meta_path is searched for a suitable spec with the
    value of 'path' given to the finders. None is returned if no spec could
    be found.

    If the name is for submodule (contains a dot), the parent module is
    automatically imported.

    The name and package arguments work the same as importlib.import_module().
    In other words, relative module names (with leading dots) work.

    """
    fullname = resolve_name(name, package) if name.startswith('.') else name
    if fullname in sys.modules:
        module = sys.modules[fullname]
        if module is None:
            return None
        try:
            spec = module.__spec__
        except AttributeError:
            raise ValueError(f'{name}.__spec__ is not set') from None
        if spec is None:
            raise ValueError(f'{name}.__spec__ is None')
        return spec
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        package = __import__(parent, fromlist=['__path__'])
        try:
            path = package.__path__
        except AttributeError as error:
            raise ModuleNotFoundError(
                f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}', name=fullname
            ) from error
    return _find(fullname, path)


def decode_source(source_bytes):
    """Decode bytes representing source code and return the string.

    Universal newline support is used in the decoding.
    """
    return _imp.decode_source(source_bytes, '<string>').replace('\r\n', '\n').replace('\r', '\n')


class _LazyModule(types.ModuleType):
    """A subclass of the module type which triggers loading upon attribute access."""

    def __getattribute__(self, attr):
        """Trigger the load of the module and return the attribute."""
        own = object.__getattribute__(self, '__dict__')
        if object.__getattribute__(self, '__class__') is not _LazyModule:
            return object.__getattribute__(self, attr)
        spec = own['__spec__']
        if spec.loader_state['loading'] and attr.startswith('__') and attr.endswith('__'):
            return object.__getattribute__(self, attr)
        spec.loader_state['loading'] = True
        before = spec.loader_state['__dict__']
        set_since = {k: v for k, v in own.items() if k not in before or before[k] is not v}
        spec.loader.exec_module(self)
        own.update(set_since)  # what was set before the load stays
        self.__class__ = types.ModuleType
        return getattr(self, attr)

    def __delattr__(self, attr):
        """Trigger the load and then perform the deletion."""
        self.__getattribute__(attr)
        delattr(self, attr)


class LazyLoader:
    """A loader that creates a module which defers loading until attribute access."""

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    @classmethod
    def factory(cls, loader):
        """Construct a callable which returns the eager loader made lazy."""
        return lambda *args, **kwargs: cls(loader(*args, **kwargs))

    def create_module(self, spec):
        return self.loader.create_module(spec)

    def exec_module(self, module):
        """Make the module load lazily."""
        module.__spec__.loader = self.loader
        module.__loader__ = self.loader
        module.__spec__.loader_state = {'__dict__': module.__dict__.copy(), 'loading': False}
        module.__class__ = _LazyModule
