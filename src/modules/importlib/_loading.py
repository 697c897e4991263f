"""What the methods of loaders and finders do, and the way an import takes once a program changed `sys.meta_path`."""

import _imp
import sys
from _frozen_importlib import BuiltinImporter, FrozenImporter, ModuleSpec
from _frozen_importlib_external import SourceFileLoader

_External = '_frozen_importlib_external'


# Modules that are part of the interpreter.


def builtin_find_spec(cls, fullname, path=None, target=None):
    if _imp.is_builtin(fullname):
        return spec_from_loader(fullname, cls, origin='built-in')
    return None


def builtin_create_module(spec):
    if not _imp.is_builtin(spec.name):
        raise ImportError(f'{spec.name!r} is not a built-in module', name=spec.name)
    return _imp.create_builtin(spec)


def builtin_get_none(cls, fullname):
    _require_builtin(fullname)
    return None


def builtin_is_package(cls, fullname):
    _require_builtin(fullname)
    return _imp.is_package(fullname)


def _require_builtin(fullname):
    if not _imp.is_builtin(fullname):
        raise ImportError(f'{fullname!r} is not a built-in module', name=fullname)


def frozen_find_spec(cls, fullname, path=None, target=None):
    if not _imp.is_frozen(fullname):
        return None
    return spec_from_loader(fullname, cls, origin='frozen', is_package=_imp.is_package(fullname))


def frozen_get_source(cls, fullname):
    source = _imp.frozen_source(fullname)
    if source is None:
        raise ImportError(f'{fullname!r} is not a frozen module', name=fullname)
    return source


def frozen_get_code(cls, fullname):
    return _imp.source_to_code(frozen_get_source(cls, fullname), f'<frozen {fullname}>')


def frozen_is_package(cls, fullname):
    frozen_get_source(cls, fullname)
    return _imp.is_package(fullname)


def frozen_exec_module(module):
    exec(frozen_get_code(FrozenImporter, module.__spec__.name), module.__dict__)


def load_module(self, fullname):
    """The old protocol: loads, or loads again, a module under a name."""
    spec = spec_from_loader(fullname, self)
    if fullname in sys.modules:
        module = sys.modules[fullname]
        exec_in(spec, module)
        return sys.modules[fullname]
    return load(spec)


# Modules in files.


def file_init(self, fullname, path):
    self.name = fullname
    self.path = path


def file_eq(self, other):
    return self.__class__ == other.__class__ and self.__dict__ == other.__dict__


def file_hash(self):
    return hash(self.name) ^ hash(self.path)


def _check_name(self, name):
    if name is None:
        return self.name
    if self.name != name:
        raise ImportError(f'loader for {self.name} cannot handle {name}', name=name)
    return name


def file_get_filename(self, name=None):
    _check_name(self, name)
    return self.path


def file_get_data(self, path):
    with open(path, 'rb') as file:
        return file.read()


def file_is_package(self, fullname):
    """It is one if its file is called `__init__`, unless that is asked for by this name."""
    stem = _split(self.get_filename(fullname))[1].rsplit('.', 1)[0]
    return stem == '__init__' and fullname.rpartition('.')[2] != '__init__'


def source_get_source(self, fullname):
    path = self.get_filename(fullname)
    try:
        data = self.get_data(path)
    except OSError as error:
        raise ImportError('source not available through get_data()', name=fullname) from error
    return _imp.decode_source(data, path)


def source_get_code(self, fullname):
    path = self.get_filename(fullname)
    return self.source_to_code(self.get_data(path), path)


def source_to_code(self, data, path):
    return _imp.source_to_code(data, path)


def exec_module(self, module):
    code = self.get_code(module.__name__)
    if code is None:
        raise ImportError(f'cannot load module {module.__name__!r} when get_code() returns None')
    exec(code, module.__dict__)


def _split(path):
    """The folder and the last part of a path."""
    folder, _, last = path.rpartition('/')
    return folder, last


class _FileLoader:
    """What loaders of files have in common."""

    __init__ = file_init
    __eq__ = file_eq
    __hash__ = file_hash
    get_filename = file_get_filename
    get_data = file_get_data
    is_package = file_is_package
    load_module = load_module

    def create_module(self, spec):
        """Use default semantics for module creation."""


class SourcelessFileLoader(_FileLoader):
    """Loader which handles sourceless file imports: there is no bytecode here."""

    __module__ = _External

    def exec_module(self, module):
        raise ImportError(f'no bytecode can be loaded: {self.path!r}', name=self.name, path=self.path)

    def get_code(self, fullname):
        raise ImportError(f'no bytecode can be loaded: {self.path!r}', name=self.name, path=self.path)

    def get_source(self, fullname):
        """Return None as there is no source code."""


class ExtensionFileLoader(_FileLoader):
    """Loader for extension modules, of which none can be loaded here."""

    __module__ = _External

    def create_module(self, spec):
        raise ImportError(f'no extension module can be loaded: {self.path!r}', name=self.name, path=self.path)

    def exec_module(self, module):
        """Initialize an extension module."""

    def is_package(self, fullname):
        return False

    def get_code(self, fullname):
        """Return None as an extension module cannot create a code object."""

    def get_source(self, fullname):
        """Return None as extension modules have no source code."""


class _NamespacePath:
    """The folders of a namespace package."""

    __module__ = _External

    def __init__(self, name, path):
        self._name = name
        self._path = list(path)

    def __iter__(self):
        return iter(self._path)

    def __getitem__(self, index):
        return self._path[index]

    def __setitem__(self, index, path):
        self._path[index] = path

    def __len__(self):
        return len(self._path)

    def __contains__(self, item):
        return item in self._path

    def __repr__(self):
        return f'_NamespacePath({self._path!r})'

    def append(self, item):
        self._path.append(item)


class NamespaceLoader:
    """The loader of packages without an `__init__.py`."""

    __module__ = _External

    def __init__(self, name, path, path_finder=None):
        self._path = path if isinstance(path, _NamespacePath) else _NamespacePath(name, path)

    def is_package(self, fullname):
        return True

    def get_source(self, fullname):
        return ''

    def get_code(self, fullname):
        return compile('', '<string>', 'exec')

    def create_module(self, spec):
        """Use default semantics for module creation."""

    def exec_module(self, module):
        pass

    load_module = load_module


class FileFinder:
    """File-based finder.

    Interactions with the file system are cached for performance, being
    refreshed when the directory the finder is handling has been modified.

    """

    __module__ = _External

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = path or '.'

    def __repr__(self):
        return f'FileFinder({self.path!r})'

    def invalidate_caches(self):
        """Invalidate the directory mtime."""

    def find_spec(self, fullname, target=None):
        """Try to find a spec for the specified module."""
        found = _imp.find_in_folder(self.path, fullname.rpartition('.')[2])
        if found is None:
            return None
        if isinstance(found, str):
            spec = ModuleSpec(fullname, None)
            spec.submodule_search_locations = [found]
            return spec
        file, package = found
        loader = dict(self._loaders).get('.py', SourceFileLoader)(fullname, file)
        return spec_from_file_location(fullname, file, loader=loader, submodule_search_locations=package and [package])

    @classmethod
    def path_hook(cls, *loader_details):
        """A class method which returns a closure to use on sys.path_hook."""

        def path_hook_for_FileFinder(path):
            """Path hook for importlib.machinery.FileFinder."""
            if not _imp.is_folder(path or '.'):
                raise ImportError('only directories are supported', path=path)
            return cls(path, *loader_details)

        return path_hook_for_FileFinder


class PathFinder:
    """Meta path finder for sys.path and package __path__ attributes."""

    __module__ = _External

    @staticmethod
    def invalidate_caches():
        """Call the invalidate_caches() method on all path entry finders."""
        for name, finder in list(sys.path_importer_cache.items()):
            if finder is None:
                del sys.path_importer_cache[name]
            elif hasattr(finder, 'invalidate_caches'):
                finder.invalidate_caches()

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """Try to find a spec for 'fullname' on sys.path or 'path'."""
        namespace = []
        for entry in sys.path if path is None else path:
            if not isinstance(entry, str):
                continue
            finder = _path_entry_finder(entry)
            spec = finder and finder.find_spec(fullname, target)
            if spec is None:
                continue
            if spec.loader is not None:
                return spec
            if spec.submodule_search_locations is None:
                raise ImportError('spec missing loader')
            namespace.extend(spec.submodule_search_locations)
        if not namespace:
            return None
        return namespace_spec(fullname, namespace)


def namespace_spec(fullname, folders):
    """The spec of a package without an `__init__.py`."""
    path = _NamespacePath(fullname, folders)
    spec = ModuleSpec(fullname, NamespaceLoader(fullname, path), is_package=True)
    spec.submodule_search_locations = path
    return spec


def _path_entry_finder(entry):
    """The finder for an entry of a path: of the first hook that takes it."""
    cache = sys.path_importer_cache
    if entry in cache:
        return cache[entry]
    finder = None
    for hook in sys.path_hooks:
        try:
            finder = hook(entry)
            break
        except ImportError:
            continue
    if entry:  # the current folder may be another one next time
        cache[entry] = finder
    return finder


default_path_hook = FileFinder.path_hook((SourceFileLoader, ['.py']))


# Specs.


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    if origin is None:
        origin = getattr(loader, '_ORIGIN', None)
    if not origin and hasattr(loader, 'get_filename'):
        if is_package is None:
            return spec_from_file_location(name, loader=loader)
        search = [] if is_package else None
        return spec_from_file_location(name, loader=loader, submodule_search_locations=search)
    if is_package is None:
        is_package = False
        if hasattr(loader, 'is_package'):
            try:
                is_package = loader.is_package(name)
            except ImportError:
                pass  # it doesn't know: neither do we
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


_populate = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_populate):
    """Return a module spec based on a file location.

    To indicate that the module is a package, set
    submodule_search_locations to a list of directory paths.  An
    empty list is sufficient, though its not otherwise useful to the
    import system.

    The loader must take a spec as its only __init__() arg.

    """
    if location is None:
        location = '<unknown>'
        if hasattr(loader, 'get_filename'):
            try:
                location = loader.get_filename(name)
            except ImportError:
                pass
    else:
        location = _absolute(_fspath(location))
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = spec.loader = SourceFileLoader(name, location)
    if submodule_search_locations is _populate:
        submodule_search_locations = None
        if hasattr(loader, 'is_package'):
            try:
                if loader.is_package(name):
                    submodule_search_locations = []
            except ImportError:
                pass
    spec.submodule_search_locations = submodule_search_locations
    if submodule_search_locations == [] and location:
        submodule_search_locations.append(_split(location)[0])
    return spec


def _fspath(path):
    return path if isinstance(path, str) else type(path).__fspath__(path)


def _absolute(path):
    if path.startswith('/'):
        return path
    import os

    return os.path.join(os.getcwd(), path)


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = None
    if hasattr(spec.loader, 'create_module'):
        module = spec.loader.create_module(spec)
    elif hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    if module is None:
        module = type(sys)(spec.name)
    init_module_attrs(spec, module)
    return module


def init_module_attrs(spec, module, override=False):
    """Sets the names a module has from its spec."""

    def set_missing(name, value):
        if override or getattr(module, name, None) is None:
            try:
                setattr(module, name, value)
            except AttributeError:
                pass

    set_missing('__name__', spec.name)
    loader = spec.loader
    if loader is None and spec.submodule_search_locations is not None:
        loader = spec.loader = NamespaceLoader(spec.name, spec.submodule_search_locations)
        set_missing('__file__', None)
    set_missing('__loader__', loader)
    set_missing('__package__', spec.parent)
    try:
        module.__spec__ = spec
    except AttributeError:
        pass
    if spec.submodule_search_locations is not None:
        set_missing('__path__', spec.submodule_search_locations)
    if spec.has_location:
        set_missing('__file__', spec.origin)
        set_missing('__cached__', spec.cached)


# Finding and loading.


def find_spec(name, path, target=None):
    """Asks the finders of sys.meta_path."""
    meta_path = sys.meta_path
    if meta_path is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    if not meta_path:
        import warnings

        warnings.warn('sys.meta_path is empty', ImportWarning)
    for finder in meta_path:
        try:
            find = finder.find_spec
        except AttributeError:
            continue
        spec = find(name, path, target)
        if spec is not None:
            return spec
    return None


def find_and_load(name, path):
    """The module of a full name, loaded; None if no finder knows it."""
    spec = find_spec(name, path)
    return None if spec is None else load(spec)


def load(spec):
    """Makes a module of its spec and runs its code. It is in sys.modules meanwhile."""
    if spec.loader is not None and not hasattr(spec.loader, 'exec_module'):
        return _load_by_old_protocol(spec)
    module = module_from_spec(spec)
    spec._initializing = True
    try:
        sys.modules[spec.name] = module
        try:
            if spec.loader is not None:
                spec.loader.exec_module(module)
            elif spec.submodule_search_locations is None:
                raise ImportError('missing loader', name=spec.name)
        except:
            sys.modules.pop(spec.name, None)
            raise
        # A module may put something else in its place, which stays where it is found.
        module = sys.modules.pop(spec.name)
        sys.modules[spec.name] = module
    finally:
        spec._initializing = False
    return module


def _load_by_old_protocol(spec):
    import warnings

    warnings.warn(
        f'{type(spec.loader).__name__}.exec_module() not found; falling back to load_module()', ImportWarning
    )
    spec.loader.load_module(spec.name)
    module = sys.modules[spec.name]
    init_module_attrs(spec, module)
    return module


def exec_in(spec, module):
    """Runs a module's code again, in its own namespace."""
    name = spec.name
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name!r} not in sys.modules', name=name)
    try:
        if spec.loader is None and spec.submodule_search_locations is None:
            raise ImportError('missing loader', name=name)
        init_module_attrs(spec, module, override=True)
        if spec.loader is not None:
            spec.loader.exec_module(module)
    finally:
        module = sys.modules.pop(name)
        sys.modules[name] = module
    return module
