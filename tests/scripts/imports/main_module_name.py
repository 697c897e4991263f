# The script is the module __main__, found as such by import.
import sys
import __main__

value = 'from the script'
print(__name__, __main__.value, __main__ is sys.modules['__main__'])
__main__.value = 'changed through the module'
print(value)
if __name__ == '__main__':
    print('run as a script')
print(__file__.replace('\\', '/').split('/')[-1], __doc__, __package__, __spec__)

import named_module

print(named_module.seen_name, named_module.main_name)
