# Names are bound when the whole pattern has matched, before the guard; never when it failed.
def f(x):
    a = b = 'before'
    match x:
        case [a, 1]:
            return 'first', a, b
        case [1, (b as a)] if b > 5:
            return 'second', a, b
        case [a, [b, *_]] | [[a, *_], b]:
            return 'third', a, b
        case _:
            return 'none', a, b


for x in [[7, 1], [1, 6], [1, 2], [8, [9]], [[8], 9], [1, 2, 3], 5]:
    print(x, f(x))


def bound():
    match 3:
        case [x]:
            pass
        case y:
            pass
    try:
        print(x)
    except UnboundLocalError as error:
        print(error)
    print(y)


bound()

match (1, 2, 3):
    case first, *rest:
        print(first, rest)
match (1, [2, 3]) :
    case whole, [*inner] as pair:
        print(whole, inner, pair)
print(first, rest, whole, inner, pair)


# A name that a closure uses.
def outer(value):
    match value:
        case {'n': n}:
            def get():
                return n
        case n:
            def get():
                return 'all', n
    return get


print(outer({'n': 5})(), outer(6)())


def globals_too(v):
    global seen
    match v:
        case [seen, _]:
            return True
    return False


print(globals_too([1, 2]), seen, globals_too(1), seen)


class Body:
    match 'in a class body':
        case text:
            pass


print(Body.text)


# The subject is evaluated once, and rebinding its name changes nothing.
x = 1
match x:
    case x if (x := 2) == 3:
        print('no')
    case 1:
        print('still one, but x is', x)
