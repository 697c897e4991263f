# None, True and False in every protocol.
import pickle

for value in None, True, False:
    for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
        data = pickle.dumps(value, protocol)
        print(value, protocol, data, pickle.loads(data) is value)

print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL)
print(pickle.dumps(None) == pickle.dumps(None, 4))
print(pickle.dumps(None, -1) == pickle.dumps(None, pickle.HIGHEST_PROTOCOL))
print(pickle.dumps(...), pickle.loads(pickle.dumps(...)))
print(pickle.dumps(NotImplemented), pickle.loads(pickle.dumps(NotImplemented)))
print(pickle.dumps(type(None)), pickle.loads(pickle.dumps(type(None))))
