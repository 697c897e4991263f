# Errors in decorators, default values, with statements and for headers point at their own line.
def bad(*args):
    raise RuntimeError('bad')


class Manager:
    def __enter__(self):
        return self

    def __exit__(self, *args):
        raise LookupError('on the way out')


def first():
    @bad
    def decorated():
        pass


def second():
    with Manager():
        first()


def third(items):
    for item in items:
        second()


third([1])
