# The founding program: a class pickles as a name, and the name leads back to the class.
import pickle


class T:
    version = '1.0'


pickled = pickle.dumps(T)
print(pickled)
print(len(pickled))

T.version = '2.0'
PT = pickle.loads(pickled)

print(PT.version)
print(T)
print(PT)
print(id(PT) == id(T))
print(PT is T)
