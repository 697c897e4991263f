"""Abstract base classes related to import."""

import abc

from . import machinery

__all__ = [
    'Loader', 'MetaPathFinder', 'PathEntryFinder', 'ResourceLoader', 'InspectLoader', 'ExecutionLoader', 'FileLoader',
    'SourceLoader',
]


class Loader(metaclass=abc.ABCMeta):
    """Abstract base class for import loaders."""

    def create_module(self, spec):
        """Return a module to initialize and into which to load.

        None: the import system makes an ordinary one."""
        return None

    def load_module(self, fullname):
        """Return the loaded module."""
        if not hasattr(self, 'exec_module'):
            raise ImportError
        from ._loading import load_module

        return load_module(self, fullname)


class MetaPathFinder(metaclass=abc.ABCMeta):
    """Abstract base class for import finders on sys.meta_path."""

    def invalidate_caches(self):
        """An optional method for clearing the finder's cache, if any."""


class PathEntryFinder(metaclass=abc.ABCMeta):
    """Abstract base class for path entry finders used by PathFinder."""

    def invalidate_caches(self):
        """An optional method for clearing the finder's cache, if any."""


class ResourceLoader(Loader):
    """Abstract base class for loaders which can return data from their back-end storage."""

    @abc.abstractmethod
    def get_data(self, path):
        """The bytes of a file."""
        raise OSError


class InspectLoader(Loader):
    """Abstract base class for loaders which support inspection about the modules they can load."""

    def is_package(self, fullname):
        """Whether the module is a package."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code; None if it has no source."""
        source = self.get_source(fullname)
        return None if source is None else self.source_to_code(source)

    @abc.abstractmethod
    def get_source(self, fullname):
        """The module's source; None if it has none."""
        raise ImportError

    @staticmethod
    def source_to_code(data, path='<string>'):
        """Compile 'data' into a code object."""
        return compile(data, path, 'exec', dont_inherit=True)

    def exec_module(self, module):
        """Execute the module."""
        from ._loading import exec_module

        exec_module(self, module)


class ExecutionLoader(InspectLoader):
    """Abstract base class for loaders that wish to support the execution of modules as scripts."""

    @abc.abstractmethod
    def get_filename(self, fullname):
        """What __file__ is to be."""
        raise ImportError

    def get_code(self, fullname):
        """The module's code, with its file's name."""
        source = self.get_source(fullname)
        if source is None:
            return None
        try:
            path = self.get_filename(fullname)
        except ImportError:
            return self.source_to_code(source)
        return self.source_to_code(source, path)


class FileLoader(ResourceLoader, ExecutionLoader):
    """Abstract base class partially implementing the ResourceLoader and ExecutionLoader ABCs."""

    def __init__(self, fullname, path):
        self.name = fullname
        self.path = path

    def get_filename(self, name=None):
        from ._loading import file_get_filename

        return file_get_filename(self, name)

    def get_data(self, path):
        from ._loading import file_get_data

        return file_get_data(self, path)


class SourceLoader(ResourceLoader, ExecutionLoader):
    """Abstract base class for loading source code."""

    def get_source(self, fullname):
        from ._loading import source_get_source

        return source_get_source(self, fullname)

    def get_code(self, fullname):
        from ._loading import source_get_code

        return source_get_code(self, fullname)

    def is_package(self, fullname):
        from ._loading import file_is_package

        return file_is_package(self, fullname)


Loader.register(machinery.BuiltinImporter)
Loader.register(machinery.FrozenImporter)
MetaPathFinder.register(machinery.BuiltinImporter)
MetaPathFinder.register(machinery.FrozenImporter)
MetaPathFinder.register(machinery.PathFinder)
PathEntryFinder.register(machinery.FileFinder)
FileLoader.register(machinery.SourceFileLoader)
SourceLoader.register(machinery.SourceFileLoader)
