"""Loading follows the name: import the module, look the name up. Both can fail."""
import io
import pickle


def load(data):
    try:
        print('loaded', pickle.loads(data))
    except Exception as error:
        print(f'{type(error).__name__}: {error}')


load(b'cno_such_module\nThing\n.')
load(b'cbuiltins\nno_such_name\n.')

load(b'ccopyreg\n__name__\n.')          # the module is imported first, if need be


# Whoever loads decides what names mean, or whether they mean anything.
class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f'{module}.{name}? Not here.')


try:
    Careful(io.BytesIO(pickle.dumps(print))).load()
except pickle.UnpicklingError as error:
    print(error)
