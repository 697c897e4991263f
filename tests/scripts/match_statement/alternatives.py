# Alternatives are tried from left to right and bind the same names.
def f(x):
    match x:
        case ['go', direction] | [direction, 'please'] | {'direction': direction}:
            return direction
        case [(1 | 2) as n, ('a' | 'b') as c] | [('a' | 'b') as c, (1 | 2) as n]:
            return n, c
        case ((x, y) as pair) | {'pair': ((y, x) as pair)}:
            return x, y, pair
        case 1 | (2 | (3 | 4)) as n:
            return 'number', n
        case [[a] | [a, _] | [_, _, a]]:
            return 'nested', a


for x in [['go', 'north'], ['south', 'please'], {'direction': 'up'}, [1, 'b'], ['a', 2], (5, 6), {'pair': [7, 8]}, 3, 4, 5, [[1]],
          [[1, 2]], [[1, 2, 3]], [[]]]:
    print(x, f(x))


def swapped(x):
    match x:
        case (a, b, 1) | (b, a, 2):
            return a, b


print(swapped(('x', 'y', 1)), swapped(('x', 'y', 2)), swapped(('x', 'y', 3)))
