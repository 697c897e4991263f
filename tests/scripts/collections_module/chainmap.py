# ChainMap looks through several mappings and writes to the first.
from collections import ChainMap, defaultdict

base = {'a': 1, 'b': 2}
m = ChainMap({'b': 20}, base)
print(m, m['a'], m['b'], len(m), list(m), 'z' in m, m.get('z', 0), bool(ChainMap()))
m['c'] = 3
del m['b']
print(m.maps, m['b'], m.parents, m.new_child({'n': 1}), m.new_child(k=2)['k'])
print(m | {'q': 1}, {'q': 1} | m, m.copy() == m, ChainMap.fromkeys('ab', 0), dict(m))
for call in (
    lambda: m['zz'],
    lambda: m.pop('a'),
    lambda: m.__delitem__('a'),
    lambda: ChainMap().popitem(),
):
    try:
        call()
    except KeyError as error:
        print(error)
print(ChainMap({}, defaultdict(int))['made'])
m.maps[0]['self'] = m
print(m)
