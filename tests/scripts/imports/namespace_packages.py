# A folder without an __init__.py is a package too.
import importlib

import crates
from crates import apples
import crates.pears.green

print(apples.weight, crates.pears.green.weight)
print(crates.__name__, crates.__file__, crates.__package__, crates.__spec__.origin)
print(type(crates.__path__).__name__, len(crates.__path__), type(crates.__loader__).__name__)
print(str(crates).replace(__file__.rpartition('/')[0], 'HERE'))
print(str(crates.__path__).replace(__file__.rpartition('/')[0], 'HERE'))
for name in 'crates.plums', 'crates.pears.red':
    try:
        importlib.import_module(name)
    except ImportError as error:
        print(error)
