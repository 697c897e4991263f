# What exceptions carry: args, notes, specific attributes.
for error in (
    Exception(),
    Exception('one'),
    Exception('one', 2),
    KeyError('key'),
    KeyError(),
    KeyError(1, 2),
):
    print(repr(error), '|', str(error), '|', error.args)

stop = StopIteration('value', 'more')
print(stop.value, stop.args, StopIteration().value)
print(SystemExit(3).code, SystemExit().code, SystemExit(1, 2).code)

os_error = OSError(2, 'No such thing', 'file.txt')
print(os_error, os_error.errno, os_error.strerror, os_error.filename, type(os_error).__name__, os_error.args)
print(OSError('only one'), OSError(13, 'x').__class__.__name__, OSError(99999, 'y'))

name_error = NameError('message', name='x')
print(name_error.name, name_error)
attribute_error = AttributeError('message', name='a', obj=5)
print(attribute_error.name, attribute_error.obj)
import_error = ImportError('message', name='m', path='p')
print(import_error.name, import_error.path, import_error.msg)

try:
    [].missing
except AttributeError as error:
    print(error.name, error.obj)
try:
    undefined
except NameError as error:
    print(error.name)

e = ValueError('noted')
e.add_note('first note')
e.add_note('second note')
print(e.__notes__)
try:
    e.add_note(5)
except TypeError as error:
    print(error)
e.args = 'ab'
print(e, e.args)
e.custom = 'attribute'
print(e.__dict__)
unicode_error = UnicodeDecodeError('utf-8', b'abc\xff', 3, 4, 'invalid start byte')
print(unicode_error, unicode_error.start, unicode_error.object)
syntax = SyntaxError('message', ('file.py', 3, 5, 'text'))
print(syntax, syntax.filename, syntax.lineno, syntax.offset, syntax.text, syntax.msg)
