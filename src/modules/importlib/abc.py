"""Abstract base classes of what an import is made of: finders and loaders."""

import abc

from . import _loading, machinery

__all__ = [
    'Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader',
    'SourceLoader',
]


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Finds modules in one entry of a path. What derives from it defines find_spec()."""

    def invalidate_caches(self):
        """Forgets what it remembers of its entry: here, nothing."""


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Finds modules as an entry of sys.meta_path. What derives from it defines find_spec()."""

    def invalidate_caches(self):
        """Forgets what it remembers: here, nothing."""


class Loader(metaclass=abc.ABCMeta):
    """Makes modules and fills them. What derives from it defines exec_module()."""

    def load_module(self, fullname):
        """The old way to load a module: by its name."""
        if hasattr(self, 'exec_module'):
            return _loading.load_module(self, fullname)
        raise ImportError

    def create_module(self, spec):
        """The module to be filled; None for one that the import makes itself, as here."""


class ResourceLoader(Loader):
    """Loads other data than modules, too."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes at a path."""
        raise OSError


class InspectLoader(Loader):
    """Tells about modules without loading them: their source, their code, whether they are packages."""

    def exec_module(self, module):
        """Runs the module's code in it."""
        _loading.exec_module(self, module)

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Code of source, which is bytes, text or a tree."""
        return compile(data, path, 'exec', dont_inherit=True)

    def get_code(self, fullname):
        """The module's code; None if it has no source."""
        return _compiled(self, self.get_source(fullname))

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source; None if it has none."""
        raise ImportError

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError


class ExecutionLoader(InspectLoader):
    """Tells besides what __file__ of a module is, so that the module can be run as a script."""

    def get_code(self, fullname):
        """The module's code, with its file's name where that is known."""
        source = self.get_source(fullname)
        try:
            where = () if source is None else (self.get_filename(fullname),)
        except ImportError:
            where = ()
        return _compiled(self, source, *where)

    @abc.abstractmethod
    def get_filename(self, fullname):
        """What __file__ is to be."""
        raise ImportError


def _compiled(loader, source, *where):
    return None if source is None else loader.source_to_code(source, *where)


class FileLoader(ResourceLoader, ExecutionLoader):
    """Loads a module of the file whose path it is made with."""

    def __init__(self, fullname, path):
        _loading.file_init(self, fullname, path)

    def get_filename(self, name=None):
        """The path of the file."""
        return _loading.file_get_filename(self, name)

    def get_data(self, path):
        """The bytes of a file."""
        return _loading.file_get_data(self, path)


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Loads modules of source that get_data() reads at the path get_filename() tells."""

    def get_source(self, fullname):
        """The source as text."""
        return _loading.source_get_source(self, fullname)

    def get_code(self, fullname):
        """The source, compiled."""
        return _loading.source_get_code(self, fullname)

    def is_package(self, fullname):
        """Whether the file is called `__init__`."""
        return _loading.file_is_package(self, fullname)


for _base, _classes in {
    MetaPathFinder: (machinery.BuiltinImporter, machinery.FrozenImporter, machinery.PathFinder),
    PathEntryFinder: (machinery.FileFinder,),
    InspectLoader: (machinery.BuiltinImporter, machinery.FrozenImporter),
    FileLoader: (machinery.SourceFileLoader,),
    SourceLoader: (machinery.SourceFileLoader,),
}.items():
    for _class in _classes:
        _base.register(_class)
del _base, _classes, _class
