# The marks under a line show the part that failed.
def attempt(n):
    table = {'a': {'b': None}}
    x = 'text'
    if n == 0:
        return table['a']['b']['c']
    if n == 1:
        return (x + 'more').upper() + 1
    if n == 2:
        return len(x, 5)
    if n == 3:
        return x.nope.deeper
    if n == 4:
        return [1, 2][10]
    if n == 5:
        return -x
    if n == 6:
        return 1 < 2 < x
    if n == 7:
        a, b = x
    if n == 8:
        return undefined + 1
    return f'{x} and {1 / 0}'


for n in range(9):
    try:
        attempt(n)
    except Exception as error:
        print(n, error.__traceback__.tb_next.tb_lineno, type(error).__name__, error)


def chain(error, n):
    if n == 9:
        raise error
    try:
        attempt(n)
    except Exception as next_error:
        chain(next_error, n + 1)


chain(None, 0)
