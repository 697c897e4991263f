# The methods of list.
l = [3, 1, 2]
l.append(5)
l.extend([4, 1])
l.extend('ab')
l.insert(1, 'in')
l.insert(100, 'end')
l.insert(-100, 'start')
print(l, len(l))
print(l.pop(), l.pop(0), l.index(1), l.count(1), l.index(1, 3))
l.remove('in')
l.reverse()
print(l)
c = l.copy()
c.clear()
print(c, l, l == l.copy(), l is l.copy())
n = [3, 1, 2]
n.sort()
print(n, n.sort(reverse=True), n, sorted(n))
words = ['banana', 'fig', 'Apple', 'kiwi']
words.sort(key=len)
print(words)
words.sort(key=str.lower, reverse=True)
print(words, sorted(words, key=lambda w: (len(w), w)))
pairs = [(1, 'b'), (0, 'x'), (1, 'a'), (0, 'y')]
print(sorted(pairs, key=lambda p: p[0]), sorted(pairs, key=lambda p: p[0], reverse=True))
print(
    [].append(1),
    list(),
    list('ab'),
    list((1, 2)),
    list({'k': 1}),
    list(range(3)),
    [1] + [2],
    [0] * 3,
    2 * [1, 2],
    [] * 5,
    [1] * -1,
)
for action in (
    lambda: [].pop(),
    lambda: [1].pop(5),
    lambda: [1].remove(2),
    lambda: [1].index(2),
    lambda: [1, 'a'].sort(),
    lambda: [1].sort(key=5),
    lambda: [1].insert('a', 1),
    lambda: [].extend(5),
    lambda: [1] + (2,),
    lambda: [1] * 'a',
    lambda: sorted([1], key=len),
    lambda: [1].append(),
    lambda: [1, 2].pop('a'),
    lambda: [1].count(),
    lambda: list(1, 2),
    lambda: hash([]),
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


class Cmp:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n < other.n


print([c.n for c in sorted(map(Cmp, [3, 1, 2]))])
changing = [3, 2, 1]
try:
    changing.sort(key=lambda x: changing.append(x) or x)
except ValueError as error:
    print(error)
