# A guard is asked after the names are bound; a false one goes on with the next case.
def say(text, answer):
    print(text, end=' ')
    return answer


def f(x):
    match x:
        case int(n) if say('first', n > 10):
            return 'large'
        case n if say('second', n == 'x'):
            return 'an x'
        case _ if say('third', False):
            return 'never'
        case [a, b] if a == b or a is b:
            return 'pair of equals'
        case [*_] if not x:
            return 'empty'
        case _:
            return 'default'


for x in [11, 5, 'x', [1, 1], [1, 2], []]:
    print(f(x))


def falls_through(x):
    match x:
        case 1 if False:
            return 'no'
    return 'after'


print(falls_through(1))
try:
    match 1:
        case n if n / 0:
            pass
except ZeroDivisionError as error:
    print(error, n)
