# itemgetter makes functions that get items.
import operator
import pickle

first = operator.itemgetter(0)
both = operator.itemgetter(0, -1)
print(first, both, first('abc'), both('abc'), operator.itemgetter('k')({'k': 1}))
print(sorted([(2, 'b'), (1, 'c')], key=operator.itemgetter(1)))
print(operator.itemgetter(slice(1, None))('abc'), both.__reduce__() == (operator.itemgetter, (0, -1)))
print(pickle.loads(pickle.dumps(both))('xyz'))
for call in (
    lambda: operator.itemgetter(),
    lambda: operator.itemgetter(1, a=2),
    lambda: first(),
    lambda: first([1], [2]),
    lambda: first([1], k=2),
    lambda: first([]),
    lambda: operator.itemgetter('x')({}),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
