# Deep data: printed, compared, freed. A pickle makes it, without any recursion.
import pickle

makers = {
    'list': lambda depth: pickle.loads(b']' * depth + b'a' * (depth - 1) + b'.'),
    'tuple': lambda depth: pickle.loads(b'N' + b'\x85' * depth + b'.'),
    'dict': lambda depth: pickle.loads(b'}K\x01' * depth + b'N' + b's' * depth + b'.'),
}
for name, make in makers.items():
    print(name, len(repr(make(50))), make(50) == make(50))
    deep, other = make(100000), make(100000)
    for what, action in ('repr', lambda: repr(deep)), ('eq', lambda: deep == other):
        try:
            action()
            print(what, 'works')
        except RecursionError:
            print(what, 'RecursionError')
    del deep, other
print(len({makers['tuple'](50)}))


class Node:
    def __init__(self, next):
        self.next = next


chain = None
for _ in range(3000):
    chain = Node(chain)
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
