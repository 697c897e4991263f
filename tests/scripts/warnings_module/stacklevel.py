# stacklevel says whose line a warning is about.
import warnings


def inner(level):
    warnings.warn(f'level {level}', stacklevel=level)


def outer(level):
    inner(level)


for level in -1, 0, 1, 2, 3, 4, 5:
    outer(level)


class T:
    def __init__(self):
        warnings.warn('made', stacklevel=2)


T()
exec('import warnings\nwarnings.warn("in text")')
exec('inner(2)', {'inner': inner, '__name__': 'elsewhere'})
inner_lambda = lambda: inner(2)
inner_lambda()
