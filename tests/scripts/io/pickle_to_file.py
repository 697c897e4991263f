# pickle.dump and pickle.load with real files.
import pickle


class Settings:
    def __init__(self, **values):
        self.__dict__.update(values)


path = 'pickled_by_test.tmp'
with open(path, 'wb') as f:
    pickle.dump(Settings(colour='red', size=3), f)
    pickle.dump([1, 2, 3], f, protocol=0)
    pickle.dump(Settings, f)
with open(path, 'rb') as f:
    settings, numbers, cls = pickle.load(f), pickle.load(f), pickle.load(f)
    try:
        pickle.load(f)
    except EOFError as error:
        print(error)
print(vars(settings), numbers, cls is Settings)
with open(path, 'rb') as f:
    print(f.read())
with open(path, 'rb') as f:
    unpickler = pickle.Unpickler(f)
    print(type(unpickler.load()).__name__, f.tell())
try:
    with open(path, 'w') as f:
        pickle.dump(1, f)
except TypeError as error:
    print(error)
try:
    with open(path) as f:
        pickle.load(f)
except (TypeError, EOFError) as error:
    print(type(error).__name__, error)
