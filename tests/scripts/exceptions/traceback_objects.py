# __traceback__ lists the frames an exception came through.
def inner():
    raise ValueError('here')


def middle():
    inner()


def entries(tb):
    result = []
    while tb is not None:
        result.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    return result


try:
    middle()
except ValueError as error:
    print(entries(error.__traceback__))
    saved = error

try:
    raise saved
except ValueError as error:
    print(entries(error.__traceback__))

try:
    raise saved.with_traceback(None)
except ValueError as error:
    print(entries(error.__traceback__), error is saved)

print(ValueError().__traceback__)
saved.__traceback__ = None
print(entries(saved.__traceback__))
try:
    saved.__traceback__ = 5
except TypeError as error:
    print(error)
try:
    saved.__cause__ = 5
except TypeError as error:
    print(error)
try:
    saved.__context__ = 'x'
except TypeError as error:
    print(error)
saved.__cause__ = KeyError('assigned')
print(saved.__suppress_context__)


def reraise():
    try:
        inner()
    except ValueError:
        raise


try:
    reraise()
except ValueError as error:
    print(entries(error.__traceback__))
