# A subclass that forgets to call super().__init__().
import io
import pickle


class Forgetful(pickle.Pickler):
    def __init__(self, file):
        self.file = file


class Unforgetful(pickle.Unpickler):
    def __init__(self, file):
        pass


try:
    Forgetful(io.BytesIO()).dump(1)
except pickle.PicklingError as error:
    print(type(error).__name__, error)
try:
    Unforgetful(io.BytesIO(b'N.')).load()
except pickle.UnpicklingError as error:
    print(type(error).__name__, error)


class Proper(pickle.Pickler):
    def __init__(self, file):
        super().__init__(file, protocol=2)
        self.log = []

    def persistent_id(self, obj):
        self.log.append(obj)


out = io.BytesIO()
proper = Proper(out)
proper.dump([1, ()])
print(out.getvalue(), proper.log)


class Broken:
    def write(self, data):
        raise OSError('disk full')


try:
    pickle.dump([1], Broken())
except OSError as error:
    print(error)
