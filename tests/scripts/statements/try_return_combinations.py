# return, break and continue through several finally clauses.
def nested_return(log):
    try:
        try:
            return log.append('value') or 'returned'
        finally:
            log.append('inner')
    finally:
        log.append('outer')


def override(n):
    for i in range(3):
        try:
            if n == 0:
                return 'try'
            if n == 1:
                raise ValueError
            if n == 2:
                break
        except ValueError:
            return 'except'
        else:
            if n == 3:
                return 'else'
        finally:
            if n == 4:
                return f'finally {i}'
            if i == 1 and n == 5:
                break
    else:
        return 'loop else'
    return 'after loop'


log = []
print(nested_return(log), log, [override(n) for n in range(7)])


def exception_replaced():
    try:
        raise KeyError('lost')
    finally:
        return 'the exception is lost'


def exception_in_finally():
    try:
        return 'lost'
    finally:
        raise LookupError('instead')


def with_else(n):
    result = []
    try:
        result.append(10 // n)
    except ZeroDivisionError:
        result.append('zero')
    else:
        try:
            result.append([1, 2][n])
        except IndexError:
            result.append('index')
    finally:
        result.append('end')
    return result


print(exception_replaced(), with_else(0), with_else(1), with_else(5))
try:
    exception_in_finally()
except LookupError as error:
    print(error, error.__context__)


def generator_finally():
    for i in range(3):
        try:
            yield i
            if i == 1:
                return 'early'
        finally:
            print('cleanup', i)


print(list(generator_finally()))


def deep(n):
    try:
        if n:
            return deep(n - 1)
        raise ValueError('deep')
    except ValueError:
        if n < 2:
            raise
        return f'handled at {n}'
    finally:
        print('leave', n, end=' ')


print(deep(3))
