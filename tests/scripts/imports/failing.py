# A module that fails is not kept; importing it again runs it again.
import sys

for _ in range(2):
    try:
        import boom_module
    except ZeroDivisionError as error:
        print('failed:', error, 'boom_module' in sys.modules)

try:
    import boom_module.inside
except Exception as error:
    print(type(error).__name__, error)

sys.modules['blocked'] = None
try:
    import blocked
except ImportError as error:
    print(type(error).__name__, error)

sys.modules['faked'] = 'not even a module'
import faked

print(faked)
try:
    from faked import x
except ImportError as error:
    print(type(error).__name__, str(error)[:30])
print(__import__('sys') is sys)
try:
    __import__('')
except ValueError as error:
    print(error)
try:
    __import__(5)
except TypeError as error:
    print(error)
