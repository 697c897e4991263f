# What was written reads back the same.
import json

values = [None, True, 1, -1.5, 1e300, 'text "quoted" \\ \n é 😀', [], {}, [[[[]]]], {'a': [1, {'b': [None, {'c': 'd'}]}]}, 2 ** 80, [0.1, 1 / 3]]
for value in values:
    for options in [{}, {'indent': 2}, {'ensure_ascii': False}, {'separators': (',', ':')}, {'sort_keys': True}]:
        assert json.loads(json.dumps(value, **options)) == value, value
deep = 0
for _ in range(300):
    deep = [deep]
print(json.loads(json.dumps(deep)) == deep)
big = {str(i): [i, i / 7, 'x' * (i % 5)] for i in range(2000)}
print(json.loads(json.dumps(big)) == big, len(json.dumps(big)))
print(json.dumps(json.loads('{"b":1,"a":[1.0,1e5,-0.0]}')))
