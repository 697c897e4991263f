# Groups in groups, with causes, notes, syntax errors and many members.
def made(cls, *args):
    try:
        raise cls(*args)
    except cls as error:
        return error


def chained():
    try:
        try:
            1 / 0
        except ZeroDivisionError as error:
            raise ValueError('from') from error
    except ValueError as error:
        return error


def syntax():
    try:
        compile('a = (1,\nb c', 'some file', 'exec')
    except SyntaxError as error:
        return error


inner = ExceptionGroup('inner', [made(KeyError, 'k'), chained(), ExceptionGroup('empty traceback', [OSError(2, 'text')])])
noted = made(TypeError, 'with a note')
noted.add_note('a note\nof two lines')
inner.add_note('note of the group')
many = ExceptionGroup('many', [IndexError(i) for i in range(18)])
try:
    try:
        raise ExceptionGroup('first', [inner, noted])
    except ExceptionGroup as error:
        raise ExceptionGroup('second', [many, syntax(), RuntimeError('multi\nline'), inner])
finally:
    print('done')
