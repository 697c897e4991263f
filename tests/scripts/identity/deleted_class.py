# When the name is gone the bytes lead nowhere.
import pickle


class T:
    pass


keep = T
data = pickle.dumps(T)
del T

try:
    pickle.loads(data)
except AttributeError as error:
    print(type(error).__name__, error)

try:
    pickle.dumps(keep)
except pickle.PicklingError as error:
    print(type(error).__name__, error)

# Anything can take the name: a pickle doesn't say what it names.
T = 'not a class at all'
print(pickle.loads(data))
