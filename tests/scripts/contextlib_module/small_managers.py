# closing, suppress, nullcontext and redirection.
import contextlib
import io
import sys


class Thing:
    def close(self):
        print('closed')


with contextlib.closing(Thing()) as t:
    print(type(t).__name__)
with contextlib.suppress(KeyError, IndexError):
    {}['x']
    print('not here')
try:
    with contextlib.suppress(KeyError):
        1 / 0
except ZeroDivisionError as error:
    print(error)
try:
    with contextlib.suppress(ValueError):
        raise ExceptionGroup('g', [ValueError(1), TypeError(2)])
except* TypeError as group:
    print(group.exceptions)
with contextlib.nullcontext(5) as five:
    print(five)
out = io.StringIO()
with contextlib.redirect_stdout(out) as same:
    print('hidden')
    with contextlib.redirect_stderr(sys.stdout):
        print('error', file=sys.stderr)
print(same is out, repr(out.getvalue()))
print(issubclass(contextlib.suppress, contextlib.AbstractContextManager), isinstance(Thing(), contextlib.AbstractContextManager))
try:
    contextlib.AbstractContextManager()
except TypeError as error:
    print(error)
