# Generator expressions are lazy, except for their first iterable.
def noisy(n):
    print('evaluating', n)
    return n


g = (noisy(x) for x in range(3))
print('nothing yet')
print(next(g), list(g))
try:
    (x for x in noisy(5))
except TypeError as error:
    print(error)
later = (x for _ in [0] for x in undefined_name)
try:
    next(later)
except NameError as error:
    print(error)
print(sum(x * x for x in range(10)), max((len(w), w) for w in ['a', 'bbb', 'cc']))
print(list((x, y) for x in range(3) for y in range(x) if (x + y) % 2))
print(any(x > 2 for x in [1, 2, 3]), all(x for x in []), ''.join(c.upper() for c in 'abc'))
print(tuple(x for x in 'ab'), sorted((y for y in [3, 1, 2]), reverse=True))
data = [1, 2, 3]
lazy = (x for x in data)
data.append(4)
print(list(lazy))
limit = 2
filtered = (x for x in data if x > limit)
limit = 3
print(list(filtered))
x = 'outside'
list(x for x in range(3))
print(x)


def nested():
    scale = 10
    return ((scale * i for i in range(j)) for j in range(3))


print([list(inner) for inner in nested()])
evens = (n for n in range(100) if n % 2 == 0)
print([n for n, _ in zip(evens, range(5))], next(evens))
