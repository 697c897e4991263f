# ExitStack: as many managers and callbacks as there turn out to be.
import contextlib


@contextlib.contextmanager
def m(n):
    print('in', n)
    yield n
    print('out', n)


with contextlib.ExitStack() as stack:
    print([stack.enter_context(m(i)) for i in range(2)])
    stack.callback(print, 'callback', sep='')
    stack.push(lambda *exc: print('pushed', exc[0]))
with contextlib.ExitStack() as stack:
    stack.push(lambda *exc: exc[0] is KeyError)
    stack.callback(lambda: {}['inner'])
    raise ValueError('outer')
print('suppressed')
stack = contextlib.ExitStack()
stack.callback(print, 'later')
kept = stack.pop_all()
stack.close()
print('closed the empty one')
kept.close()
try:
    with contextlib.ExitStack() as stack:
        stack.callback(lambda: 1 / 0)
        raise KeyError('first')
except ZeroDivisionError as error:
    print(error, repr(error.__context__))
try:
    contextlib.ExitStack().enter_context(3)
except TypeError as error:
    print(error)
