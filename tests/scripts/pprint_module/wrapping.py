# pprint breaks what doesn't fit: containers, texts, nested data.
import pprint

data = {'name': 'a long text ' * 9, 'numbers': list(range(30)), 'nested': {'x': {'y': [1, 2, {'z': (1,)}]}, 'set': {7}}, 'bytes': b'abcd' * 25, 'empty': [{}, [], (), set()]}
for width in (80, 40, 20, 1):
    pprint.pprint(data, width=width)
print(pprint.pformat(data, indent=4, width=50))
print(pprint.pformat(data, compact=True, width=50))
print(pprint.pformat([list(range(15)), 'x' * 30], compact=True, width=20))
pprint.pprint('one two three four five six seven eight nine ten eleven twelve\nthirteen fourteen\n', width=30)
pprint.pprint(bytearray(b'0123456789' * 6), width=40)
pprint.pprint({'b': 1, 'a': {'d': 2, 'c': 3}}, sort_dicts=False)
pprint.pp({'b': 1, 'a': 2})
pprint.pprint({1: 'x', 'a': 'y', None: 'z' * 80} and {'k': 1}, depth=1)
for depth in (1, 2, 3):
    print(pprint.pformat([1, [2, [3, [4]], {'a': {'b': 'c'}}], (5, (6,))], depth=depth))
print(pprint.pformat(123456789, underscore_numbers=True), pprint.pformat([1234, 10 ** 30, 1.5, True], underscore_numbers=True))
