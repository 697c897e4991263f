"""A class pickles as a name, and the name leads back to the very same class.

Before you run it: will PT.version be '1.0' or '2.0'?
"""
import pickle


class T:
    version = '1.0'


pickled = pickle.dumps(T)
T.version = '2.0'
PT = pickle.loads(pickled)

print('the pickle:', pickled)
print('PT.version:', PT.version)
print('T and PT:  ', T, PT)
print('same id:   ', id(PT) == id(T))

# The 29 bytes say "in module __main__, the name T" and nothing else. Loading them looks that name
# up, now, and what it finds is the class that was there all along, with the version it has by now.
