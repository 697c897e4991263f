# dumps: indentation, separators, sorted keys.
import json

data = {'b': [1, [2, {}], []], 'a': {'y': None, 'x': (1, 2)}, 'c': 'é'}
for indent in [None, 0, 1, 4, -3, '\t', '--', '', True]:
    print(repr(indent))
    print(json.dumps(data, indent=indent))
print(json.dumps(data, separators=(',', ':')), json.dumps(data, separators=(' ; ', ' = ')))
print(json.dumps(data, indent=2, separators=(', ', ': ')), json.dumps(data, sort_keys=True))
print(json.dumps([], indent=2), json.dumps({}, indent=2), json.dumps(5, indent=2), json.dumps([[]], indent=2))
for keys in [{1: 0, 'a': 0}, {None: 0, 1: 0}]:
    try:
        json.dumps(keys, sort_keys=True)
    except TypeError as e:
        print(e)
