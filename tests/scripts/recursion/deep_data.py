# Deep data: printed, compared, hashed, freed.
def nest(depth, make):
    value = make(None)
    for _ in range(depth):
        value = make(value)
    return value


makers = {'list': lambda v: [v], 'tuple': lambda v: (v,), 'dict': lambda v: {'k': v}}
for name, make in makers.items():
    shallow = nest(50, make)
    print(name, len(repr(shallow)), shallow == nest(50, make))
    deep = nest(100000, make)
    for what, action in ('repr', lambda: repr(deep)), ('eq', lambda: deep == nest(100000, make)):
        try:
            action()
            print(what, 'works')
        except RecursionError:
            print(what, 'RecursionError')
    del deep
print(len({nest(50, makers['tuple'])}))


class Node:
    def __init__(self, next):
        self.next = next


chain = nest(200000, Node)
count = 0
while chain is not None:
    chain, count = chain.next, count + 1
print(count)


def gen(n):
    if n:
        yield from gen(n - 1)
    yield n


print(sum(gen(100)))
f = lambda: 0
for _ in range(500):
    f = (lambda g: lambda: g() + 1)(f)
print(f())
