# The scope of a class body isn't seen by the functions in it.
factor = 10


class T:
    factor = 2
    doubled = factor * 2
    listed = [factor for _ in range(1)]
    from_iterable = [n for n in range(factor)]

    def method(self):
        return factor, self.factor

    def default(self, value=factor):
        return value

    class Nested:
        seen = factor

    lam = lambda self: factor


t = T()
print(T.doubled, T.listed, T.from_iterable, t.method(), t.default(), T.Nested.seen, t.lam())


def function():
    factor = 'f'

    class U:
        if True:
            before = factor
        factor_in_method = lambda self: factor

    return U.before, U().factor_in_method()


print(function())


class G:
    global made_global
    made_global = 'from a class body'
    local = 1


print(made_global, hasattr(G, 'made_global'))


def with_nonlocal():
    count = 0

    class N:
        nonlocal count
        count = 5

    return count, hasattr(N, 'count')


print(with_nonlocal())


class Deleted:
    x = 1
    del x
    y = factor


print(hasattr(Deleted, 'x'), Deleted.y)
