# optimize leaves out what the memo isn't asked for.
import pickle
import pickletools

shared = ['s']
for o in [1, 'text', [1, [2, [3]]], [shared, shared, ['other']], {'k': 'v', 'w': 'v'}, ('x' * 70000, [b'y' * 70000], 'z', shared, shared)]:
    for protocol in range(6):
        data = pickle.dumps(o, protocol)
        better = pickletools.optimize(data)
        print(protocol, len(data), len(better), pickle.loads(better) == o, better if len(better) < 200 else hash(better) == hash(better))
