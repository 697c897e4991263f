# The variables of a comprehension stay inside; walrus targets don't.
x = 'outside'
result = [x for x in range(3)]
print(x, result)
print([(last := n) for n in range(4)], last)


def function():
    n = 'local'
    squares = [n * n for n in range(3)]
    found = any((hit := m) > 1 for m in range(5))
    return n, squares, found, hit


print(function())


class T:
    names = ['a', 'b']
    size = 3
    upper = [name.upper() for name in names]
    try:
        bad = [size for _ in range(1)]
    except NameError as error:
        bad = str(error)
    fine = list(range(size))


print(T.upper, T.bad, T.fine, hasattr(T, 'name'))


def closures():
    functions = [lambda: i for i in range(3)]
    i = 'not this one'
    return [f() for f in functions]


print(closures())


def shadow(items):
    items = [items for items in items]
    return items


print(shadow([1, 2]))
try:
    [undefined for _ in range(1)]
except NameError as error:
    print(error)


def unbound():
    [z for z in range(2)]
    try:
        return z
    except NameError as error:
        return str(error)


print(unbound())
print([__name__ for _ in range(1)])
