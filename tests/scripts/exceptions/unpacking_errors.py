# Unpacking too few, too many or what can't be unpacked.
def attempt(source):
    try:
        exec(source)
        print('fine')
    except Exception as error:
        print(type(error).__name__, error)


attempt('a, b = 1')
attempt('a, b = ()')
attempt('a, b = 1,')
attempt('a, b = 1, 2, 3')
attempt('a, b, c = "ab"')
attempt('a, b = {1: 2, 3: 4, 5: 6}')
attempt('a, *b, c = [1]')
attempt('*a, b, c = ()')
attempt('a, *b = None')
attempt('(a, b), c = 1, 2')
attempt('[a, [b, c]] = 1, [2, 3, 4]')
attempt('for a, b in [(1, 2), (3,)]: pass')
attempt('for x in 5: pass')
attempt('a, b = iter([1, 2, 3])')
attempt('a = b = c, d = 1, 2')
attempt('a, b = (i for i in range(1))')
attempt('a, b = int')
attempt('x = [*1]')
attempt('print(*None)')
attempt('print(**[])')


class Broken:
    def __iter__(self):
        yield 1
        raise LookupError('while unpacking')


try:
    a, b = Broken()
except LookupError as error:
    print(error)
