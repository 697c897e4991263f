# Modules that are part of the interpreter.
import importlib.machinery
import importlib.util
import sys

print(sys, sys.__spec__, sys.__loader__)
print(sys.__loader__.find_spec('sys').name, sys.__loader__.find_spec('shop'))
print(sys.__loader__.is_package('sys'), sys.__loader__.get_code('sys'), sys.__loader__.get_source('sys'))
try:
    sys.__loader__.is_package('shop')
except ImportError as error:
    print(error, error.name)
print(importlib.util.find_spec('sys') is sys.__spec__)
print(importlib.machinery.BuiltinImporter is sys.__loader__)
print([finder.__name__ for finder in sys.meta_path])
print(hasattr(sys, '__file__'), hasattr(sys, '__path__'))
print(type(sys.__spec__), type(importlib.util.find_spec('shop').loader))
print(sys.modules['__main__'].__spec__, type(__loader__).__name__, __loader__.name)
