# SyntaxError with all kinds of places.
import traceback

places = [
    None, ('f.py', 3, 2, 'abc\n'), ('f.py', 3, 2, 'abc\n', 3, 4), ('f.py', 3, 1, '    abc\n', 3, 4), (None, 3, 2, 'abc'),
    ('f.py', None, None, None), ('f.py', 3, None, 'abc'), ('f.py', 3, 0, 'abc', 3, 0), ('f.py', 3, 2, None), ('', 1, 5, 'a', 1, 9),
    ('f', 1, 3, '\tab\n', 1, 4), ('f', 1, 2, 'one\n', 2, 5), ('f', 1, 3, '  \f x = y\n', 1, 9), ('f', 1, -1, 'abc', 1, -1),
    ('f', 1, 100, 'abc', 1, 200), ('f', 5, 3, 'abc', 5, None), ('f', 5, 3, 'ab\u00e9\u4e2dc', 5, 4),
]
for place in places:
    error = SyntaxError('message') if place is None else SyntaxError('message', place)
    print(place)
    print(''.join(traceback.format_exception_only(error)), end='')
for message in ['', None, 5, 'two\nlines']:
    print(traceback.format_exception_only(SyntaxError(message, ('f', 1, 1, 'x'))))
try:
    compile('a = (1,\nb c\n', 'some file', 'exec')
except SyntaxError as error:
    print(''.join(traceback.format_exception_only(error)), end='')
    te = traceback.TracebackException.from_exception(error)
    print(te.filename, te.lineno, te.end_lineno, repr(te.text), te.offset, te.end_offset, te.msg)
for cls in [IndentationError, TabError]:
    print(''.join(traceback.format_exception_only(cls('m', ('f', 1, 2, ' x', 1, 3)))), end='')
