# Unpickler.find_class decides what a name in a pickle may mean.
import io
import pickle


class Good:
    pass


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        print('find_class', module, name)
        if (module, name) == ('__main__', 'Good'):
            return super().find_class(module, name)
        raise pickle.UnpicklingError(f'{module}.{name} is forbidden')


def restricted_loads(data):
    return Restricted(io.BytesIO(data)).load()


print(type(restricted_loads(pickle.dumps(Good()))).__name__)
print(restricted_loads(pickle.dumps([1, 'plain data'])))
for protocol in 0, 2, 4:
    try:
        restricted_loads(pickle.dumps(print, protocol))
    except pickle.UnpicklingError as error:
        print(error)


class Renaming(pickle.Unpickler):
    def find_class(self, module, name):
        return {'Old': Good}.get(name) or super().find_class(module, name)


print(Renaming(io.BytesIO(b'c__main__\nOld\n.')).load() is Good)
print(pickle.Unpickler(io.BytesIO(b'')).find_class('builtins', 'int'))
print(pickle.Unpickler(io.BytesIO(b'')).find_class('__main__', 'Good') is Good)
