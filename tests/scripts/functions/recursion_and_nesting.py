# Functions that call themselves and each other.
def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def hanoi(n, a='a', b='b', c='c'):
    if n == 0:
        return []
    return hanoi(n - 1, a, c, b) + [a + c] + hanoi(n - 1, b, a, c)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def permutations(items):
    if not items:
        return [[]]
    return [
        [item] + rest for i, item in enumerate(items) for rest in permutations(items[:i] + items[i + 1 :])
    ]


print(factorial(20), factorial(30))
print(even(100), odd(7), hanoi(3), ackermann(2, 3))
print(permutations([1, 2, 3]))


def flatten(x):
    return [z for y in x for z in flatten(y)] if isinstance(x, list) else [x]


print(flatten([1, [2, [3, [4, []]], 5]]))


def outer():
    def middle():
        def inner(n):
            return n if n == 0 else inner(n - 1) + middle_value

        return inner(3)

    middle_value = 10
    return middle()


print(outer())
