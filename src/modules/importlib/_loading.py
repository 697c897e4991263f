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
    import warnings

    warnings.warn('the load_module() method is deprecated and slated for removal in Python 3.12; '
                  'use exec_module() instead', DeprecationWarning)
    spec = spec_from_loader(fullname, self)
    if fullname not in sys.modules:
        return load(spec)
    exec_in(spec, sys.modules[fullname])
    return sys.modules[fullname]


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
        """None, for an ordinary module."""


class SourcelessFileLoader(_FileLoader):
    """Loads modules of bytecode, of which there is none here."""

    __module__ = _External

    def exec_module(self, module):
        raise ImportError(f'no bytecode can be loaded: {self.path!r}', name=self.name, path=self.path)

    def get_code(self, fullname):
        raise ImportError(f'no bytecode can be loaded: {self.path!r}', name=self.name, path=self.path)

    def get_source(self, fullname):
        """None: there is no source."""


class ExtensionFileLoader(_FileLoader):
    """Loads extension modules, of which none can be loaded here."""

    __module__ = _External

    def create_module(self, spec):
        raise ImportError(f'no extension module can be loaded: {self.path!r}', name=self.name, path=self.path)

    def exec_module(self, module):
        """Does nothing: none gets here."""

    def is_package(self, fullname):
        return False

    def get_code(self, fullname):
        """None: there is no code of Python's."""

    def get_source(self, fullname):
        """None: there is no source of Python's."""


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

    # There is nothing to run.

    def get_code(self, fullname):
        return compile('', '<string>', 'exec')

    def get_source(self, fullname):
        return ''

    def exec_module(self, module):
        pass

    def create_module(self, spec):
        """None, for an ordinary module."""

    def is_package(self, fullname):
        return True

    load_module = load_module


class FileFinder:
    """Finds modules in a folder."""

    __module__ = _External

    def __init__(self, path, *loader_details):
        self._loaders = [(suffix, loader) for loader, suffixes in loader_details for suffix in suffixes]
        self.path = path or '.'

    def __repr__(self):
        return f'FileFinder({self.path!r})'

    @classmethod
    def path_hook(cls, *loader_details):
        """A hook for sys.path_hooks: it makes a finder for what is a folder."""
        def path_hook_for_FileFinder(path):
            if _imp.is_folder(path or '.'):
                return cls(path, *loader_details)
            raise ImportError('only directories are supported', path=path)

        return path_hook_for_FileFinder

    def find_spec(self, fullname, target=None):
        """The spec of a module that is in the folder, or None."""
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

    def invalidate_caches(self):
        """Does nothing: the folder is looked into every time."""


class PathFinder:
    """Finds modules by a path: sys.path, or __path__ of the package they are in."""

    __module__ = _External

    @classmethod
    def find_spec(cls, fullname, path=None, target=None):
        """The spec of a module, from the first entry that has it; folders of that name make a package otherwise."""
        folders = []
        for entry in sys.path if path is None else path:
            finder = _path_entry_finder(entry) if isinstance(entry, str) else None
            spec = finder and finder.find_spec(fullname, target)
            if spec is not None:
                if spec.loader is not None:
                    return spec
                if spec.submodule_search_locations is None:
                    raise ImportError('spec missing loader')
                folders += spec.submodule_search_locations
        return namespace_spec(fullname, folders) if folders else None

    @staticmethod
    def invalidate_caches():
        """Lets the finders of all entries forget what they found. An entry that had none, or is relative, is new."""
        finders = sys.path_importer_cache
        for entry in [entry for entry, finder in finders.items() if finder is None or not entry.startswith('/')]:
            del finders[entry]
        forget(list(finders.values()))


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


def _answer(loader, question, name):
    """What a method of a loader answers about a module; None if it has no such method, or doesn't know."""
    if not hasattr(loader, question):
        return None
    try:
        return getattr(loader, question)(name)
    except ImportError:
        return None


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """The spec of a module, of what its loader says about it."""
    origin = getattr(loader, '_ORIGIN', None) if origin is None else origin
    if hasattr(loader, 'get_filename') and not origin:
        folders = _ask_loader if is_package is None else [] if is_package else None
        return spec_from_file_location(name, loader=loader, submodule_search_locations=folders)
    if is_package is None:
        is_package = _answer(loader, 'is_package', name)
    return ModuleSpec(name, loader, origin=origin, is_package=bool(is_package))


_ask_loader = object()


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=_ask_loader):
    """The spec of a module in a file, or None if there is no loader for such a file.

    It is a package if it has folders to search, be it none as yet. If they aren't given, the loader is asked.
    """
    if location is not None:
        location = _absolute(_fspath(location))
    else:
        location = _answer(loader, 'get_filename', name) or '<unknown>'
    if loader is None:
        if not location.endswith('.py'):
            return None
        loader = SourceFileLoader(name, location)
    folders = submodule_search_locations
    if folders is _ask_loader:
        folders = [] if _answer(loader, 'is_package', name) else None
    if folders == [] and location:
        folders.append(_split(location)[0])
    spec = ModuleSpec(name, loader, origin=location)
    spec._set_fileattr = True
    spec.submodule_search_locations = folders
    return spec


def _fspath(path):
    return path if isinstance(path, str) else type(path).__fspath__(path)


def _absolute(path):
    if path.startswith('/'):
        return path
    import os

    return os.path.join(os.getcwd(), path).rstrip('/')


def module_from_spec(spec):
    """An empty module for a spec: the loader's, or an ordinary one, with the names that it has from the spec."""
    create = getattr(spec.loader, 'create_module', None)
    if create is None and hasattr(spec.loader, 'exec_module'):
        raise ImportError('loaders that define exec_module() must also define create_module()')
    module = create(spec) if create else None
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


def forget(finders):
    """Lets finders forget what they remember, where they do."""
    for finder in finders:
        if hasattr(finder, 'invalidate_caches'):
            finder.invalidate_caches()


def find_spec(name, path, target=None):
    """Asks the finders of sys.meta_path."""
    finders = sys.meta_path
    if finders is None:
        raise ImportError('sys.meta_path is None, Python is likely shutting down')
    if not finders:
        import warnings

        warnings.warn('sys.meta_path is empty', ImportWarning)
    for finder in finders:
        spec = finder.find_spec(name, path, target) if hasattr(finder, 'find_spec') else None
        if spec is not None:
            return spec
    return None


def find_and_load(name, path):
    """The module of a full name, loaded; None if no finder knows it."""
    spec = find_spec(name, path)
    return None if spec is None else load(spec)


def load(spec):
    """Makes a module of its spec and runs its code. It is in sys.modules meanwhile."""
    if not (spec.loader is None or hasattr(spec.loader, 'exec_module')):
        return _load_by_old_protocol(spec)
    module = module_from_spec(spec)
    spec._initializing = True
    sys.modules[spec.name] = module
    try:
        _require_loader(spec)
        if spec.loader is not None:
            spec.loader.exec_module(module)
    except:
        sys.modules.pop(spec.name, None)
        raise
    finally:
        spec._initializing = False
    return _put_last(spec.name)


def _require_loader(spec):
    # A package without an __init__.py needs none.
    if spec.loader is None and spec.submodule_search_locations is None:
        raise ImportError('missing loader', name=spec.name)


def _put_last(name):
    """The module of a name, which may be another one now. Of all it was loaded last."""
    module = sys.modules[name] = sys.modules.pop(name)
    return module


def _load_by_old_protocol(spec):
    import warnings

    kind = type(spec.loader).__name__
    warnings.warn(f'{kind}.exec_module() not found; falling back to load_module()', ImportWarning)
    spec.loader.load_module(spec.name)
    module = sys.modules[spec.name]
    init_module_attrs(spec, module)
    return module


def exec_in(spec, module):
    """Runs a module's code again, in its own namespace."""
    if module is not sys.modules.get(spec.name):
        raise ImportError(f'module {spec.name!r} not in sys.modules', name=spec.name)
    try:
        _require_loader(spec)
        init_module_attrs(spec, module, override=True)
        if hasattr(spec.loader, 'exec_module'):
            spec.loader.exec_module(module)
        elif spec.loader is not None:
            _load_by_old_protocol(spec)
    finally:
        module = _put_last(spec.name)
    return module
