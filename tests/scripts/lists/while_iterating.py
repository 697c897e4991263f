# A list that changes while a loop goes over it.
l = [1, 2, 3, 4]
seen = []
for x in l:
    seen.append(x)
    if x == 2:
        l.remove(2)
print(seen, l)

l = [1]
for x in l:
    if len(l) < 5:
        l.append(x + 1)
print(l)

it = iter([1, 2, 3])
print(next(it), list(it), list(it), next(it, 'exhausted'))
l = [1, 2]
it = iter(l)
print(list(it))
l.append(3)
print(list(it), 'once exhausted always exhausted')
l = [1, 2, 3]
rev = reversed(l)
l.pop()
print(list(rev), list(reversed(l)), [].__iter__().__length_hint__(), iter([1, 2]).__length_hint__())
l = [[]] * 3
l[0].append('x')
print(l, [[] for _ in range(2)], [l] == [l])
l = [1, 2, 3]
l.append(l)
print(l, l[3] is l, l[3][3][0], len(l), l == l)
l2 = [l, l]
print(l2)
try:
    m = []
    m.append(m)
    n = []
    n.append(n)
    m == n
except RecursionError as error:
    print(type(error).__name__, error)
print(
    [x for x in [3, 1, 2] if x > 1],
    sum([[1], [2]], []),
    list(zip([1, 2], 'ab')),
    [*[1], *(2,), *{3}],
    max([1, 5, 3]),
    min([[2], [1, 9]]),
)
