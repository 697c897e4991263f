# Objects that live elsewhere: persistent_id writes a reference, persistent_load resolves it.
import io
import pickle


class Record:
    def __init__(self, key):
        self.key = key


database = {1: Record(1), 2: Record(2)}


class Pickler(pickle.Pickler):
    def persistent_id(self, obj):
        if isinstance(obj, Record):
            return 'record', obj.key
        return None


class Unpickler(pickle.Unpickler):
    def persistent_load(self, pid):
        print('load', pid)
        kind, key = pid
        return database[key]


for protocol in 1, 2, 4:
    out = io.BytesIO()
    Pickler(out, protocol).dump([database[1], database[2], database[1]])
    print(protocol, out.getvalue())
    again = Unpickler(io.BytesIO(out.getvalue())).load()
    print(again[0] is database[1], again[0] is again[2])

try:
    pickle.loads(out.getvalue())
except pickle.UnpicklingError as error:
    print(type(error).__name__, error)


class Everything(pickle.Pickler):
    def persistent_id(self, obj):
        print('asked', repr(obj))


Everything(io.BytesIO()).dump({'k': (None, 1, [True])})


class Text(pickle.Pickler):
    def persistent_id(self, obj):
        return 'two' if obj == 2 else None


out = io.BytesIO()
Text(out, 0).dump([1, 2])
print(out.getvalue())
