# A generator as a context manager.
import contextlib


@contextlib.contextmanager
def managed(name):
    """manages"""
    print('enter', name)
    try:
        yield name.upper()
    except ValueError as error:
        print('caught', error)
    finally:
        print('exit', name)


with managed('a') as value:
    print(value)
with managed('b'):
    raise ValueError('swallowed')
try:
    with managed('c'):
        raise KeyError('passes')
except KeyError as error:
    print(repr(error), error.__context__)
print(managed.__name__, managed.__doc__, managed('q').__doc__)
try:
    with managed('d'):
        raise StopIteration('own')
except StopIteration as error:
    print(repr(error))
