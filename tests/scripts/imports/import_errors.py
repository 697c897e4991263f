# What ImportError knows: name, path, name_from.
import shop


def tried(statement):
    try:
        exec(statement, {'__name__': 'm'})
    except ImportError as error:
        path = error.path and error.path.rpartition('/')[2]
        text = str(error).replace(__file__.rpartition('/')[0], 'HERE')
        print(type(error).__name__, '|', text, '|', error.name, path, error.name_from, error.msg == str(error))


tried('import nothing_here')
tried('from nothing_here import x')
tried('import shop.nothing')
tried('from shop import nothing')
tried('from shop.stock import nothing')
tried('from sys import nothing')
tried('from shop.nothing import x')
tried('from . import x')
tried('from .a import x')

error = ImportError('text', name='n', path='p', name_from='f')
print(error, error.name, error.path, error.name_from, error.args, repr(error))
for wrong in {'other': 1}, {'name': 1, 'xyz': 2}:
    try:
        ImportError('text', **wrong)
    except TypeError as e:
        print(e)
print(ModuleNotFoundError.__mro__[1:3])
