"""Names, specs and modules, for those who make their own finders and loaders."""

import _imp
import sys
import types

from ._loading import find_spec as _find, module_from_spec, spec_from_file_location, spec_from_loader


def resolve_name(name, package):
    """The full name: dots in front stand for the package, for the one it is in, and so on."""
    rest = name.lstrip('.')
    dots = len(name) - len(rest)
    if not dots:
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    base, *left_out = package.rsplit('.', dots - 1)
    if len(left_out) < dots - 1:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{base}.{rest}' if rest else base


def find_spec(name, package=None):
    """The spec of a module: its own if it is imported, or else what the finders say; None if it isn't found.

    The packages that the module is in are imported. A name with dots in front is relative to the package.
    """
    fullname = resolve_name(name, package)
    if fullname in sys.modules:
        return _spec_of(sys.modules[fullname], name)
    parent = fullname.rpartition('.')[0]
    if not parent:
        return _find(fullname, None)
    try:
        path = __import__(parent, fromlist=['__path__']).__path__
    except AttributeError as error:
        message = f'__path__ attribute not found on {parent!r} while trying to find {fullname!r}'
        raise ModuleNotFoundError(message, name=fullname) from error
    return _find(fullname, path)


def _spec_of(module, name):
    if module is None:
        return None
    unset = 'not set'
    spec = getattr(module, '__spec__', unset)
    if spec is None or spec is unset:
        raise ValueError(f'{name}.__spec__ is {spec}')
    return spec


def decode_source(source_bytes):
    """The text of source: decoded as its first lines say, or as UTF-8, with line ends that are newlines."""
    return _imp.decode_source(source_bytes, '<string>').replace('\r\n', '\n').replace('\r', '\n')


class _LazyModule(types.ModuleType):
    """A module that is loaded when an attribute is asked for. Then it is a module like others."""

    def __getattribute__(self, attr):
        plain = super().__getattribute__
        if plain('__class__') is _LazyModule:
            state = plain('__spec__').loader_state
            # The load itself asks for names such as __spec__.
            if not (state['loading'] and attr.startswith('__') and attr.endswith('__')):
                state['loading'] = True
                _load_lazy(self, plain('__dict__'), state['__dict__'])
                return getattr(self, attr)
        return plain(attr)

    def __delattr__(self, attr):
        # By asking for it the module becomes an ordinary one.
        getattr(self, attr)
        types.ModuleType.__delattr__(self, attr)


def _load_lazy(module, namespace, before):
    """Runs a module's code. What a program has set in it since it was made stays."""
    missing = object()
    kept = {name: value for name, value in namespace.items() if before.get(name, missing) is not value}
    spec = namespace['__spec__']
    spec.loader.exec_module(module)
    if sys.modules.get(spec.name, module) is not module:
        raise ValueError(f'module object for {spec.name!r} substituted in sys.modules during a lazy load')
    namespace.update(kept)
    module.__class__ = types.ModuleType


class LazyLoader:
    """Loads modules as another loader does, but not before an attribute is asked for."""

    @classmethod
    def factory(cls, loader):
        """What makes such a loader around one of this class, from the arguments for that."""
        def make(*args, **kwargs):
            return cls(loader(*args, **kwargs))

        return make

    def __init__(self, loader):
        if not hasattr(loader, 'exec_module'):
            raise TypeError('loader must define exec_module()')
        self.loader = loader

    def exec_module(self, module):
        """Remembers how the module was, and makes it wait."""
        spec = module.__spec__
        spec.loader = module.__loader__ = self.loader
        spec.loader_state = {'loading': False, '__dict__': vars(module).copy()}
        module.__class__ = _LazyModule

    def create_module(self, spec):
        """What the other loader makes."""
        return self.loader.create_module(spec)
