# Packages: __init__, submodules, relative imports.
import shop

print(shop.__name__, shop.__path__[0].replace('\\', '/').split('/')[-1], shop.__package__)
print(hasattr(shop, 'stock'))

import shop.stock

print(shop.stock.items, shop.stock.__name__, shop.stock.__package__)

from shop import prices

print(prices.price('tea'), prices is shop.prices)
from shop.tools.rounding import round_up as up

print(up(1.2), shop.tools.rounding.__name__)
import shop.tools.rounding as rounding

print(rounding.origin)
from shop.tools import *

print(shout('x'))
print(shop.greeting)

for statement in (
    'import shop.nothing',
    'from shop import nothing',
    'from shop.stock import nothing',
    'import shop.stock.deeper',
    'import no_such_module',
    'from no_such_module import x',
    'import no_such.module',
    'from . import x',
    'from .shop import x',
):
    try:
        exec(statement)
    except ImportError as error:
        text = str(error)
        print(type(error).__name__, text[: text.find(' (')] if ' (' in text else text, error.name)
