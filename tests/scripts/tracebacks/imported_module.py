# A frame in an imported module.
import broken_module

print('imported')
broken_module.fail(
    'argument')
