# Frames of class bodies, lambdas, comprehensions and generators have their names.
def generate(n):
    yield n / 0


def use(f):
    return f()


def outer():
    class Body:
        value = use(lambda: [list(generate(x)) for x in (1, 2)])

    return Body


outer()
