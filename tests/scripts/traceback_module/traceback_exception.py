# TracebackException: an exception ready to be shown, without keeping it alive.
import io
import traceback
import warnings
from traceback import TracebackException


def raises(value):
    local = [value]
    raise ValueError(local)


def chained():
    try:
        raises(1)
    except ValueError as error:
        raise TypeError('from') from error


try:
    chained()
except TypeError as error:
    te = TracebackException.from_exception(error)
    again = TracebackException(type(error), error, error.__traceback__)
    captured = TracebackException.from_exception(error, capture_locals=True)
    limited = TracebackException.from_exception(error, limit=1, lookup_lines=False)
print(te == again, te == captured, te == 5, str(te), te.exc_type_str, [s.name for s in te.stack])
print(type(te.__cause__).__name__, str(te.__cause__), te.__context__ is None, te.__suppress_context__, te.exceptions, te.__notes__)
print(te.__cause__.__cause__, te.__cause__.__context__)
for piece in te.format():
    print(repr(piece.replace(__file__, 'FILE')))
print([p.count('\n') for p in te.format(chain=False)], list(te.format_exception_only()))
out = io.StringIO()
te.print(file=out, chain=False)
print(out.getvalue().replace(__file__, 'FILE'))
print([sorted(s.locals) if s.locals and s.name != '<module>' else s.name for s in captured.stack],
      captured.__cause__.stack[-1].locals)
print([s.name for s in limited.stack], [s.name for s in limited.__cause__.stack])
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter('always')
    print(te.exc_type, [str(w.message) for w in caught])
print(TracebackException(None, None, None).exc_type_str, list(TracebackException(None, None, None).format()))
print(list(TracebackException(KeyError, KeyError('k'), None).format()))
deep = ValueError('a')
deep.__cause__ = KeyError('b')
deep.__cause__.__context__ = deep
print(''.join(TracebackException.from_exception(deep).format()))
compact = TracebackException.from_exception(deep, compact=True)
print(compact.__cause__.__context__, compact.__context__)
