# finally always runs last, and may replace what was on its way.
def returns():
    try:
        return 'from try'
    finally:
        print('finally after return')


def replaces():
    try:
        return 'from try'
    finally:
        return 'from finally'


def swallows():
    try:
        1 / 0
    finally:
        return 'swallowed'


def loops():
    result = []
    for i in range(4):
        try:
            if i == 1:
                continue
            if i == 3:
                break
            result.append(i)
        finally:
            result.append(f'finally {i}')
    else:
        result.append('else')
    return result


def nested():
    log = []
    try:
        try:
            raise KeyError('a')
        except KeyError:
            log.append('except')
            raise ValueError('b')
        finally:
            log.append('inner finally')
    except ValueError as error:
        log.append(repr(error.__context__))
    finally:
        log.append('outer finally')
    return log


def value_is_computed_before():
    x = 1
    try:
        return x
    finally:
        x = 2


def break_in_finally():
    while True:
        try:
            raise ValueError
        finally:
            break
    return 'out'


print(
    returns(),
    replaces(),
    swallows(),
    loops(),
    nested(),
    value_is_computed_before(),
    break_in_finally(),
    sep='\n',
)
