# Complex numbers are reduced to a call of complex.
import pickle

for protocol in 0, 1, 2, 4:
    print(protocol, pickle.dumps(1 + 2j, protocol))
print(pickle.loads(pickle.dumps(1 + 2j)), pickle.loads(pickle.dumps([1j, -0j])))
