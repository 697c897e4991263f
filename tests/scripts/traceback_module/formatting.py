# format_exception, format_exc, format_exception_only, print_exception: the same text in pieces.
import io
import sys
import traceback


def inner(x):
    return 1 / x


def outer():
    try:
        inner(0)
    except ZeroDivisionError as error:
        raise ValueError('outer') from error


try:
    outer()
except ValueError as error:
    e = error
    for piece in traceback.format_exception(e):
        print(repr(piece))
    print(traceback.format_exc())
    print(traceback.format_exc(chain=False), traceback.format_exc(limit=1), traceback.format_exc(-1), sep='\n')
    traceback.print_exc(file=sys.stdout)
    print(sys.exception() is e)
out = io.StringIO()
traceback.print_exception(e, file=out)
print(out.getvalue() == ''.join(traceback.format_exception(e)))
traceback.print_exception(type(e), e, e.__traceback__, limit=0, file=sys.stdout)
traceback.print_exception(None, KeyError('x'), None, file=sys.stdout)
print(traceback.format_exception(KeyError('k')), traceback.format_exception(None), traceback.format_exception_only(None))
print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e), traceback.format_exception_only(ValueError, None))
print(traceback.format_exc())
traceback.print_tb(e.__traceback__, file=sys.stdout)
print(traceback.format_tb(e.__traceback__, 1), traceback.format_tb(None), traceback.format_tb(e.__traceback__, limit=-1))
for args in [(5,), ('text',), (ValueError,), (e, e), (e, e, e.__traceback__, 'x')]:
    try:
        traceback.format_exception(*args)
    except Exception as error:
        print(type(error).__name__, error)
