# yield from hands everything through to another iterable.
def inner():
    received = yield 'inner 1'
    print('inner received', received)
    try:
        yield 'inner 2'
    except KeyError as error:
        print('inner caught', error)
        yield 'inner 3'
    return 'inner result'


def outer():
    result = yield from inner()
    print('result', result)
    yield from [1, 2]
    yield from 'ab'
    return 'outer result'


g = outer()
print(next(g), g.send('hello'), g.throw(KeyError('k')), list(g))


def tree(node):
    if isinstance(node, list):
        for child in node:
            yield from tree(child)
    else:
        yield node


print(list(tree([1, [2, [3, 4], []], 5])))


class Custom:
    def __iter__(self):
        return self

    def __next__(self):
        raise StopIteration('custom value')


def delegate(target):
    print('value', (yield from target))


print(list(delegate(Custom())))
for wrong in 5, None:
    try:
        list(delegate(wrong))
    except TypeError as error:
        print(error)


def closing():
    try:
        yield 1
    finally:
        print('inner closed')


def outer_closing():
    try:
        yield from closing()
    finally:
        print('outer closed')


c = outer_closing()
next(c)
c.close()
d = delegate([1, 2])
next(d)
try:
    d.send('to a list')
except AttributeError as error:
    print(error)
