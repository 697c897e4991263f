# iter and next, in both of their forms.
it = iter([1, 2])
print(next(it), next(it), next(it, 'default'))
try:
    next(it)
except StopIteration as error:
    print('StopIteration', error.args)

values = [3, 2, 1, 0, 9]
print(list(iter(values.pop, 2)), values)


class Counter:
    def __init__(self):
        self.n = 0

    def __call__(self):
        self.n += 1
        return self.n


print(list(iter(Counter(), 5)))
print(iter(it) is it, list(zip(*[iter('abcdef')] * 2)))
for wrong in (
    lambda: next([]),
    lambda: iter(5),
    lambda: iter(5, 1),
    lambda: next(),
    lambda: next(iter([]), 1, 2),
):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
print(
    [
        type(iter(x)).__name__
        for x in ([], (), '', b'', {}, set(), range(0), {}.items(), {}.values(), bytearray())
    ]
)
print(
    type(iter(int, 1)).__name__,
    type(reversed([])).__name__,
    type(reversed(())).__name__,
    type(reversed({})).__name__,
)
print(
    type(enumerate([])).__name__,
    type(zip()).__name__,
    type(map(len, [])).__name__,
    type(filter(len, [])).__name__,
)
