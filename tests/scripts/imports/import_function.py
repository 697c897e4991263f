# __import__ with all its arguments, and what it refuses.
def tried(*args, **kwargs):
    try:
        print(__import__(*args, **kwargs).__name__)
    except Exception as error:
        print(type(error).__name__, error)


tried('shop.tools.rounding')
tried('shop.tools.rounding', fromlist=['x'])
tried('shop.tools.rounding', fromlist=[])
tried('shop.tools', {}, {}, ('rounding', 'nothing'))
tried('shop', fromlist='prices')
tried('tools', {'__package__': 'shop'}, level=1)
tried('tools', {'__name__': 'shop', '__path__': []}, level=1)
tried('stock', {'__name__': 'shop.tools', '__package__': None}, level=1)
tried('', {'__package__': 'shop'}, fromlist=['stock'], level=1)
tried('')
tried(3)
tried()
tried('x', level=-1)
tried('x', level=1)
tried('x', {}, level=1)
tried('x', 3, level=1)
tried('x', level='1')
tried('x', {'__package__': 3}, level=1)
tried('x', {'__package__': 'shop'}, level=2)
tried('x', {'__package__': 'nothing_here'}, level=1)
tried('x', {'__package__': ''}, level=1)
tried('shop', fromlist=[3])
