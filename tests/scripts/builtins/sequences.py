# len, sum, min, max, sorted, reversed, enumerate, zip, map, filter, any, all.
words = ['pear', 'fig', 'apple']
print(len(words), sum([1, 2, 3]), sum([[1], [2]], []), sum([0.1, 0.2]), sum(x for x in range(4)))
print(min(words), max(words, key=len), min(3, 1, 2), max([], default='none'), min({'b': 1, 'a': 2}))
print(sorted(words), sorted(words, key=len, reverse=True), sorted('hello'), sorted({3: 'a', 1: 'b'}))
print(list(reversed(words)), list(enumerate(words)), list(enumerate('ab', start=5)))
print(list(zip(words, range(10), 'xyz')), list(zip()), list(zip([1])), dict(zip('ab', [1, 2])))
print(
    list(map(len, words)),
    list(map(lambda a, b: a * b, [1, 2, 3], [4, 5])),
    list(filter(None, [0, 1, '', 'a'])),
)
print(list(filter(lambda w: 'p' in w, words)), any([]), all([]), any([0, 5]), all([1, '']))
print(list(zip([1, 2], 'ab', strict=True)))


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


attempt(lambda: list(zip([1, 2], 'a', strict=True)))
attempt(lambda: list(zip([1], 'ab', strict=True)))
attempt(lambda: min([]))
attempt(lambda: max(1))
attempt(lambda: min(1, 'a'))
attempt(lambda: max([1], default=5, key=5))
attempt(lambda: max(1, 2, default=3))
attempt(lambda: sum(['a', 'b'], ''))
attempt(lambda: sum([1], [2]))
attempt(lambda: sum(5))
attempt(lambda: sorted(5))
attempt(lambda: reversed({1, 2}))
attempt(lambda: list(reversed({'a': 1, 'b': 2})))
attempt(lambda: list(map(5, [1])))
attempt(lambda: enumerate(5))
attempt(lambda: zip(1))
attempt(lambda: filter(None))
attempt(lambda: any(5))
attempt(lambda: enumerate('a', 'b'))
