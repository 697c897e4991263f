# Loaders of the old protocol, which have load_module() only; lazy loads that go wrong; forgetting what was found.
import importlib
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
import warnings


class OldLoader:
    def load_module(self, name):
        module = sys.modules.setdefault(name, types.ModuleType(name))
        module.loads = getattr(module, 'loads', 0) + 1
        return module


class Source(importlib.abc.InspectLoader):
    def __init__(self, source):
        self.source = source

    def get_source(self, name):
        return self.source


class Finder:
    loaders = {'old': OldLoader()}

    def find_spec(self, name, path, target=None):
        return importlib.util.spec_from_loader(name, self.loaders[name]) if name in self.loaders else None

    def invalidate_caches(self):
        print('forgets')


sys.meta_path.insert(0, Finder())
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    import old

    print(old.loads, importlib.reload(old).loads, old.__spec__.name)
    print(Source('x = 6 * 7').load_module('shim').x)
for warning in caught:
    print(warning.category.__name__, warning.message)


def load_lazily(name, source):
    spec = importlib.util.spec_from_loader(name, importlib.util.LazyLoader(Source(source)))
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


lazy = load_lazily('lazy', 'x, y = 1, 2')
lazy.x = 'set before'
print(lazy.x, lazy.y, type(lazy))
lazy = load_lazily('lazy', 'x, y = 1, 2')
del lazy.x
print(hasattr(lazy, 'x'), lazy.y)
replaced = load_lazily('replaced', 'import sys; sys.modules[__name__] = 3')
try:
    replaced.x
except ValueError as error:
    print(error)

# No entry for which no finder was found is remembered, nor a relative one.
sys.path_importer_cache.update({'/nowhere': None, 'relative': Finder(), '/kept': Finder()})
importlib.invalidate_caches()
print([entry in sys.path_importer_cache for entry in ('/nowhere', 'relative', '/kept')])

for base in importlib.abc.Loader, importlib.abc.InspectLoader, importlib.abc.ExecutionLoader:
    print(base.__name__, issubclass(importlib.machinery.BuiltinImporter, base))
