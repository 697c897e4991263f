"""What it costs."""
from . import stock
from .stock import items
from .tools.rounding import round_up


def price(name):
    return round_up(1.5) * items[name] * len(stock.items)
