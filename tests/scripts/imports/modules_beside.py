# A module beside the script runs once, whatever the number of imports.
import counter_module
import counter_module as again
from counter_module import increase, count as first_count
import sys

print(counter_module is again, counter_module.__name__, type(counter_module))
print(increase(), increase(), counter_module.count, first_count)
counter_module.count = 10
print(increase(), first_count)
print('counter_module' in sys.modules, sys.modules['counter_module'] is again)


def local_import():
    import counter_module as inside

    return inside is again


print(local_import())
print(counter_module.__doc__, counter_module.__file__.replace('\\', '/').split('/')[-1])
print(repr(counter_module).startswith("<module 'counter_module' from '"))
from counter_module import *

print(public, hidden_by_all if 'hidden_by_all' in globals() else 'not imported', '_private' in globals())
del sys.modules['counter_module']
import counter_module as reloaded

print(reloaded is again, reloaded.count)
