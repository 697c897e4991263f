# After the name is rebound, the old class can't be pickled and old bytes load the new one.
import pickle


class T:
    version = 1


old = T
old_bytes = pickle.dumps(T)


class T:
    version = 2


try:
    pickle.dumps(old)
except pickle.PicklingError as error:
    print(type(error).__name__, error)
    print(error.__cause__, error.__context__)

print(pickle.loads(old_bytes) is T)
print(pickle.loads(old_bytes).version)
print(pickle.dumps(T) == old_bytes)

# An instance of the old class is refused as well: its class can't be named.
try:
    pickle.dumps(old())
except pickle.PicklingError as error:
    print(type(error).__name__, error)

# Bound to its name again, everything is as before.
T = old
print(pickle.loads(old_bytes).version)
