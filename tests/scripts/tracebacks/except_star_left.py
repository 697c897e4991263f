# What is left of a group, and what clauses raised, uncaught.
def raises():
    raise ExceptionGroup('several', [ValueError('one'), TypeError('two'), OSError('three')])


def clauses():
    try:
        raises()
    except* ValueError as group:
        raise KeyError('in a clause')
    except* TypeError:
        raise


clauses()
