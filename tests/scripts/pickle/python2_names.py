# Protocols 0 to 2 use the names of Python 2, as `_compat_pickle` lists them.
import _compat_pickle
import collections.abc
import functools
import io
import itertools
import pickle
import pickletools

for name in dir(_compat_pickle):
    table = getattr(_compat_pickle, name)
    if name.isupper():
        print(name, type(table).__name__, len(table), sorted(table.items() if isinstance(table, dict) else table)[:5])


def names(data):
    return [argument for opcode, argument, _ in pickletools.genops(data) if opcode.name == 'GLOBAL']


THINGS = [
    range, zip, map, filter, int, str, chr, len, list, functools.reduce, itertools.filterfalse, itertools.zip_longest,
    collections.UserDict, collections.UserList, OSError, FileNotFoundError, TimeoutError, ModuleNotFoundError,
    RecursionError, StopAsyncIteration, ExceptionGroup, EncodingWarning, BytesWarning, collections.abc.Mapping,
    io.StringIO, pickle.Pickler, collections.OrderedDict,
]
for thing in THINGS:
    for fix_imports in True, False:
        for protocol in range(3):
            data = pickle.dumps(thing, protocol, fix_imports=fix_imports)
            print(thing.__name__, fix_imports, protocol, *names(data))
            print(pickle.loads(data, fix_imports=fix_imports) is thing, end=' ')
        try:
            print(pickle.loads(data) is thing)
        except Exception as error:
            print(type(error).__name__, error)

for old in 'cStringIO StringIO', 'UserDict UserDict', '__builtin__ basestring', 'exceptions StandardError', 'cPickle Unpickler':
    print(old, pickle.loads('c{}\n{}\n.'.format(*old.split()).encode()))
for old in 'urllib2 nothing', 'Nowhere name':
    try:
        pickle.loads('c{}\n{}\n.'.format(*old.split()).encode())
    except (AttributeError, ImportError) as error:
        print(old)


# The tables are there to be added to.
class Moved:
    pass


_compat_pickle.NAME_MAPPING['olden', 'Place'] = '__main__', 'Moved'
_compat_pickle.IMPORT_MAPPING['ancient'] = '__main__'
_compat_pickle.REVERSE_NAME_MAPPING['__main__', 'Moved'] = 'olden', 'Place'
print(pickle.loads(b'colden\nPlace\n.') is Moved, pickle.loads(b'cancient\nMoved\n.') is Moved)
print(pickle.dumps(Moved, 0), pickle.dumps(Moved, 2), pickle.dumps(Moved, 3))

for entry in None, 'text', ('one',), ('one', 2), (b'bytes', 'two'), ('one', 'two', 'three'):
    _compat_pickle.NAME_MAPPING['wrong', 'entry'] = entry
    _compat_pickle.REVERSE_NAME_MAPPING['__main__', 'Moved'] = entry
    for attempt in lambda: pickle.loads(b'cwrong\nentry\n.'), lambda: pickle.dumps(Moved, 1):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
del _compat_pickle.REVERSE_NAME_MAPPING['__main__', 'Moved']
for entry in None, ('one', 'two'), b'bytes':
    _compat_pickle.IMPORT_MAPPING['wrong'] = entry
    _compat_pickle.REVERSE_IMPORT_MAPPING['__main__'] = entry
    for attempt in lambda: pickle.loads(b'cwrong\nother\n.'), lambda: pickle.dumps(Moved, 1):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
