# Specs: found, made, and turned into modules.
import importlib.util
import sys
from importlib.machinery import ModuleSpec

import shop

spec = importlib.util.find_spec('shop.prices')
print(spec.name, spec.parent, spec.has_location, spec.origin == spec.loader.path, spec.submodule_search_locations)
print('shop.prices' in sys.modules, importlib.util.find_spec('.stock', 'shop').name)
print(importlib.util.find_spec('nothing_here'), shop.__spec__.parent, shop.__spec__.submodule_search_locations == shop.__path__)
module = importlib.util.module_from_spec(spec)
print(module.__name__, module.__package__, hasattr(module, 'price'), 'shop.prices' in sys.modules)
spec.loader.exec_module(module)
print(module.price('tea'))

file = importlib.util.spec_from_file_location('anything', shop.__path__[0] + '/stock.py')
other = importlib.util.module_from_spec(file)
sys.modules['anything'] = other
file.loader.exec_module(other)
print(other.__name__, other.items, sys.modules['anything'] is other, other.__package__)
print(file.loader.get_source('anything').splitlines()[0], file.loader.is_package('anything'))

print(ModuleSpec('a', None), ModuleSpec('a.b', None, origin='o', is_package=True))
print(ModuleSpec('a', None) == ModuleSpec('a', None), ModuleSpec('a', None) == ModuleSpec('b', None))
spec = ModuleSpec('a.b', None, loader_state=3)
print(spec.parent, spec.cached, spec.has_location, spec.loader_state)
spec.has_location = True
spec.origin = 'here'
print(spec, spec.has_location)
print(importlib.util.resolve_name('.x', 'a.b'), importlib.util.resolve_name('..x', 'a.b'), importlib.util.resolve_name('x', None))


def tried(f, *args):
    try:
        print(f(*args))
    except Exception as error:
        print(type(error).__name__, error)


tried(importlib.util.find_spec, '.x')
tried(importlib.util.find_spec, 'nothing_here.x')
tried(importlib.util.find_spec, 'shop.stock.x')
tried(importlib.util.find_spec, '__main__')
tried(importlib.util.resolve_name, '...x', 'a.b')
tried(importlib.util.spec_from_file_location, 'a', '/nowhere/a')
tried(importlib.util.spec_from_file_location('a', '/nowhere/a.py').loader.get_code, 'b')
tried(importlib.util.spec_from_file_location('a', '/nowhere/a.py').loader.get_source, 'a')
tried(importlib.util.spec_from_loader, 'a', None)
