"""When the name moves on, the old class can't be pickled and the old bytes mean the new class."""
import pickle


class T:
    generation = 1


first = T
bytes_of_first = pickle.dumps(T)


class T:                        # the same name, a new class
    generation = 2


try:
    pickle.dumps(first)
except pickle.PicklingError as error:
    print('dumps:', error)

loaded = pickle.loads(bytes_of_first)
print('loads: generation', loaded.generation, 'and it is the new T:', loaded is T)

# Give the name back, and the old class is what the bytes mean again.
T = first
print('loads: generation', pickle.loads(bytes_of_first).generation)
