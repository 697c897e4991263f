# Tracebacks that programs make and change.
import sys
import traceback
import types


def f():
    raise ValueError('here')


try:
    f()
except ValueError as error:
    e = error
tb = e.__traceback__
print(type(tb) is types.TracebackType, tb.tb_lineno, tb.tb_next.tb_lineno, tb.tb_next.tb_next)
made = types.TracebackType(None, tb.tb_frame, -1, 5)
print(made.tb_lineno, made.tb_lasti, made.tb_frame is tb.tb_frame, made.tb_next)
print(traceback.format_tb(made)[0].replace(__file__, 'FILE'))
print([p.replace(__file__, 'FILE') for p in traceback.format_exception(e.with_traceback(tb.tb_next))])
tb.tb_next = None
print(len(traceback.extract_tb(tb)))
for args in [(), (1, tb.tb_frame, 0, 0), (None, 1, 0, 0), (None, tb.tb_frame, 'x', 0), (None, tb.tb_frame, 0, None)]:
    try:
        types.TracebackType(*args)
    except TypeError as error:
        print(error)
for value in [5, None, tb]:
    try:
        tb.tb_next = value
        print('set')
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
try:
    del tb.tb_next
except TypeError as error:
    print(error)
for name in ['tb_frame', 'tb_lineno', 'tb_lasti']:
    try:
        setattr(tb, name, 1)
    except AttributeError as error:
        print(error)
print(dir(tb))
