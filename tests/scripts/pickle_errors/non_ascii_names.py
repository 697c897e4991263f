# Non-ASCII identifiers need protocol 3.
import pickle


class Café:
    pass


for protocol in range(6):
    try:
        print(protocol, pickle.dumps(Café, protocol))
    except pickle.PicklingError as error:
        print(protocol, error)

print(pickle.loads(pickle.dumps(Café)) is Café)
print(pickle.loads('c__main__\nCafé\n.'.encode()) is Café)
Café.__module__ = 'modulé'
try:
    pickle.dumps(Café)
except pickle.PicklingError as error:
    print(error)
try:
    pickle.loads(b'c__main__\nCaf\xe9\n.')
except Exception as error:
    print(type(error).__name__, error)
