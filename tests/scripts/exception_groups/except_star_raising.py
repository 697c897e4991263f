# What clauses raise is gathered and joined with what nobody took.
def outcome(f):
    try:
        f()
    except BaseException as error:
        print(f.__name__, repr(error))
        if isinstance(error, BaseExceptionGroup):
            for member in error.exceptions:
                print('   ', repr(member), 'context', repr(member.__context__), 'cause', repr(member.__cause__))
        print('    context', repr(error.__context__))
    else:
        print(f.__name__, 'nothing')


def group():
    return ExceptionGroup('g', [ValueError(1), TypeError(2), OSError(3)])


def new_one():
    try:
        raise group()
    except* ValueError:
        raise KeyError('new')


def new_from_all():
    try:
        raise group()
    except* ValueError:
        raise KeyError('one')
    except* TypeError as e:
        raise IndexError('two') from e
    except* OSError:
        1 / 0


def again():
    try:
        raise group()
    except* ValueError:
        raise
    except* TypeError:
        pass


def again_by_name():
    try:
        raise group()
    except* ValueError as e:
        raise e


def again_and_new():
    try:
        raise group()
    except* ValueError:
        raise
    except* TypeError:
        raise KeyError('new')


def part_of_it():
    try:
        raise group()
    except* (ValueError, TypeError) as e:
        raise e.exceptions[0]


def lone_again():
    try:
        raise ValueError('alone')
    except* ValueError:
        raise


def lone_new():
    try:
        raise ValueError('alone')
    except* ValueError:
        raise KeyError('new')


def lone_unmatched():
    try:
        raise ValueError('alone')
    except* TypeError:
        raise KeyError('new')


def all_handled():
    try:
        raise group()
    except* Exception as e:
        print('handled', repr(e))


def nested():
    try:
        try:
            raise group()
        except* ValueError:
            raise KeyError('inner')
    except* KeyError as e:
        print('key', repr(e))
    except* TypeError as e:
        print('type', repr(e))


def in_finally():
    try:
        try:
            raise group()
        except* ValueError:
            pass
        finally:
            raise KeyError('finally')
    except* KeyError as e:
        print(repr(e), repr(e.exceptions[0].__context__))


for f in [new_one, new_from_all, again, again_by_name, again_and_new, part_of_it, lone_again, lone_new, lone_unmatched, all_handled,
          nested, in_finally]:
    outcome(f)
