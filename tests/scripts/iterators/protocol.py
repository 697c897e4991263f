# __iter__ gives an iterator, __next__ its next item until StopIteration.
class Countdown:
    def __init__(self, start):
        self.start = start

    def __iter__(self):
        print('iter', end=' ')
        return CountdownIterator(self.start)


class CountdownIterator:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), tuple(c), [*c], sum(c), max(c), sorted(c), 2 in c, 9 in c, {x: 0 for x in c})
a, b, d = c
print(a, b, d, list(zip(c, c)), dict(enumerate(c)), '-'.join(map(str, c)), any(c), list(reversed(list(c))))
for x in c:
    if x == 2:
        break
else:
    print('never')
for x in Countdown(0):
    pass
else:
    print('else of an empty loop')


class Bad:
    def __iter__(self):
        return 5


class NoIter:
    pass


class Raises:
    def __iter__(self):
        raise ValueError('in __iter__')


class NextRaises(CountdownIterator):
    def __next__(self):
        raise LookupError('in __next__')


for cls in Bad, NoIter, Raises, lambda: NextRaises(1):
    try:
        list(cls())
    except Exception as error:
        print(type(error).__name__, error)
try:
    for x in NoIter():
        pass
except TypeError as error:
    print(error)
