# importlib.abc: loaders that need only say where their source is.
import importlib.abc
import importlib.machinery
import importlib.util
import sys


class Memory(importlib.abc.SourceLoader):
    def get_filename(self, fullname):
        return f'<memory {fullname}>'

    def get_data(self, path):
        return b'value = len(__name__)\n'


class Finder(importlib.abc.MetaPathFinder):
    def find_spec(self, fullname, path, target=None):
        if fullname.startswith('mem_'):
            return importlib.util.spec_from_loader(fullname, Memory())


sys.meta_path.append(Finder())
import mem_one

print(mem_one.value, mem_one.__spec__.origin, mem_one.__file__, mem_one.__loader__.get_source('mem_one'))
importlib.invalidate_caches()
print(issubclass(importlib.machinery.SourceFileLoader, importlib.abc.Loader), isinstance(__loader__, importlib.abc.FileLoader))
print(issubclass(importlib.machinery.BuiltinImporter, importlib.abc.MetaPathFinder))
try:
    importlib.abc.SourceLoader()
except TypeError as error:
    print(error)
