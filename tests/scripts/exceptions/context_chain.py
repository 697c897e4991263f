# __context__ grows while handlers fail; it is cut where it would loop.
def chain(error):
    parts = []
    while error is not None:
        parts.append(f'{type(error).__name__}({error})')
        error = error.__context__
    return ' <- '.join(parts)


try:
    try:
        try:
            raise KeyError('first')
        except KeyError:
            raise ValueError('second')
    except ValueError:
        raise TypeError('third')
except TypeError as error:
    print(chain(error))

try:
    try:
        raise KeyError('in try')
    finally:
        raise ValueError('in finally')
except ValueError as error:
    print(chain(error))

try:
    raise KeyError('handled')
except KeyError:
    pass
try:
    raise ValueError('after the handler')
except ValueError as error:
    print(chain(error))


def helper():
    raise LookupError('in a function called by the handler')


try:
    try:
        1 / 0
    except ZeroDivisionError:
        helper()
except LookupError as error:
    print(chain(error))

try:
    raise KeyError('same') from None
except KeyError as first:
    try:
        raise first
    except KeyError as second:
        print(chain(second), first is second)

a, b = ValueError('a'), ValueError('b')
try:
    try:
        raise a
    except ValueError:
        raise b
except ValueError:
    try:
        raise a
    except ValueError as error:
        print(chain(error), '|', chain(b))
