# importlib.import_module, with relative names.
import importlib
import sys

print(importlib.import_module('shop.prices').__name__)
print(importlib.import_module('.stock', 'shop') is sys.modules['shop.stock'])
print(importlib.import_module('..prices', 'shop.tools').__name__)
print(importlib.import_module('shop') is sys.modules['shop'])


def tried(*args):
    try:
        print(importlib.import_module(*args))
    except Exception as error:
        print(type(error).__name__, error, getattr(error, 'name', None))


tried('.x')
tried('.x', 'shop')
tried('...x', 'shop.tools')
tried('nothing_here')
tried('shop.nothing')
tried('shop.stock.nothing')
tried('')
tried('.x', 'nothing_here')
tried()
