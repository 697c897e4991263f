# The module of an exception class is shown unless it is builtins or __main__; so is a str() that fails.
import pickle


class Broken(Exception):
    def __str__(self):
        raise ValueError('no text')


try:
    raise Broken()
except Broken:
    pickle.loads(b'')
    raise
finally:
    try:
        raise pickle.PicklingError('shown as _pickle.PicklingError')
    except pickle.PicklingError as error:
        print(type(error).__module__)
    raise Broken()
