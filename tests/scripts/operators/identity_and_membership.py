# is, is not, in, not in.
a = []
b = a
c = []
print(a is b, a is c, a is not c, not a is c, None is None, a == c)
print(
    1 in [1, 2],
    3 not in (1, 2),
    'b' in 'abc',
    'key' in {'key': 0},
    0 in {'key': 0},
    2 in {1, 2},
    5 in range(10),
    b'a' in b'abc',
)
print(
    [] in [[]],
    a in [c],
    None in [0, False],
    'x' in {}.keys(),
    1 in iter([2, 1]),
    1.0 in [1],
    True in [1],
)


class Same:
    def __eq__(self, other):
        print('eq asked', end=' ')
        return True


s = Same()
print(s in [s], 'identity is enough;', s in [5], s in (1, s), [s].count(s), [s].index(s), 5 in [s])


class Odd:
    def __contains__(self, item):
        return item % 2


print(3 in Odd(), 4 in Odd(), 4 not in Odd())
for action in (
    lambda: 1 in 5,
    lambda: 1 in 'a',
    lambda: 'a' in b'a',
    lambda: [] in {},
    lambda: 1 in None,
    lambda: 'a' in Odd(),
    lambda: 1 in int,
):
    try:
        print(action())
    except TypeError as error:
        print(error)
x = y = 5
print(x is y, (x := 6) is y, id(a) == id(b), id(a) == id(c), type(a) is type(c) is list)
