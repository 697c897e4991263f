# The traceback of a group is a tree.
def fail(kind, *args):
    raise kind(*args)


def collect():
    errors = []
    for kind, args in (ValueError, ('first',)), (KeyError, ('second',)):
        try:
            fail(kind, *args)
        except Exception as error:
            errors.append(error)
    raise ExceptionGroup('several problems', errors)


collect()
