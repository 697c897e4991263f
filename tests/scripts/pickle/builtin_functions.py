# Built-in functions and classes pickle by name too; protocols below 3 use Python 2's names.
import pickle

for obj in len, print, int, str, list, dict, object, type, range, ValueError:
    for protocol in 0, 2, 4:
        data = pickle.dumps(obj, protocol)
        assert pickle.loads(data) is obj
        print(data)

print(pickle.dumps(range, 2, fix_imports=False))
print(pickle.dumps([].append))
print(pickle.loads(pickle.dumps('abc'.upper))())
print(pickle.dumps(str.upper, 4))
print(pickle.loads(pickle.dumps(str.upper))('x'))
print(pickle.dumps([int, len, print, str]))
print(pickle.dumps([len, len], 4))
print(pickle.dumps(dict.fromkeys), pickle.loads(pickle.dumps(dict.fromkeys))('ab'))
