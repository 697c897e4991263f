# try, except, finally and with around a yield.
def careful():
    try:
        yield 'in try'
        yield 'never reached when closed'
    except ValueError as error:
        print('handling', error)
        yield 'in except'
    else:
        yield 'in else'
    finally:
        print('cleanup')
        yield 'in finally'


print(list(careful()))
g = careful()
print(next(g), g.throw(ValueError('v')), next(g), list(g))


class Manager:
    def __enter__(self):
        print('enter')
        return self

    def __exit__(self, *args):
        print('exit', args[0].__name__ if args[0] else None)


def managed():
    with Manager():
        yield 1
        yield 2


m = managed()
print(next(m))
m.close()
m = managed()
next(m)
try:
    m.throw(KeyError('x'))
except KeyError:
    print('came out')


def context():
    try:
        yield
    except ZeroDivisionError as error:
        raise LookupError('translated') from error


c = context()
next(c)
try:
    c.throw(ZeroDivisionError('original'))
except LookupError as error:
    print(error, '<-', repr(error.__cause__))


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        yield 'suspended in the handler'
        try:
            raise
        except ZeroDivisionError as again:
            yield f'raised again: {again}'


print(list(in_handler()))
