# dumps: skipkeys, allow_nan, check_circular, default, and bad ones.
import json

print(json.dumps({(1,): 1, 'a': 2, b'b': 3}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True), json.dumps({(1,): 1}, skipkeys=True, indent=1))
for value in [float('nan'), [float('inf')], {'a': float('-inf')}, {float('nan'): 1}]:
    try:
        print(json.dumps(value, allow_nan=False))
    except ValueError as e:
        print(e)
loop = []
loop.append({'loop': loop})
both = {}
both['self'] = both
for value in [loop, both]:
    for check in (True, False):
        try:
            json.dumps(value, check_circular=check)
        except (ValueError, RecursionError) as e:
            print(type(e).__name__, e)
shared = [1]
print(json.dumps([shared, shared, {'a': shared}]))
print(json.dumps({1, }, default=list), json.dumps([object, 2], default=lambda o: {'name': o.__name__}), json.dumps(1j, default=str))
for default in [lambda o: o, lambda o: [o], lambda o: 1 / 0]:
    try:
        json.dumps(object, default=default)
    except Exception as e:
        print(type(e).__name__, e)
for wrong in [lambda: json.dumps(1, nothing=2), lambda: json.dumps([1], separators=5), lambda: json.dumps(1, 2)]:
    try:
        wrong()
    except Exception as e:
        print(type(e).__name__, str(e).replace('JSONEncoder.', ''))
