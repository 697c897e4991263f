# Sieves, shortest paths, topological order.
def sieve(limit):
    prime = [True] * (limit + 1)
    prime[:2] = [False, False]
    for n in range(2, int(limit**0.5) + 1):
        if prime[n]:
            prime[n * n :: n] = [False] * len(prime[n * n :: n])
    return [n for n, is_prime in enumerate(prime) if is_prime]


def endless():
    found = {}
    n = 2
    while True:
        factor = found.pop(n, None)
        if factor is None:
            yield n
            found[n * n] = n
        else:
            multiple = n + factor
            while multiple in found:
                multiple += factor
            found[multiple] = factor
        n += 1


print(sieve(50), len(sieve(1000)))
print([p for p, _ in zip(endless(), range(15))] == sieve(47))


def factors(n):
    p = 2
    while p * p <= n:
        while n % p == 0:
            yield p
            n //= p
        p += 1
    if n > 1:
        yield n


print(list(factors(360)), list(factors(97)), list(factors(1000003)))
ROADS = {
    'a': {'b': 7, 'c': 9, 'f': 14},
    'b': {'c': 10, 'd': 15},
    'c': {'d': 11, 'f': 2},
    'd': {'e': 6},
    'f': {'e': 9},
    'e': {},
}


def shortest(graph, start, goal):
    best, queue = {start: (0, [start])}, {start}
    while queue:
        here = min(queue, key=lambda node: (best[node][0], node))
        queue.remove(here)
        distance, path = best[here]
        if here == goal:
            return distance, path
        for there, length in graph[here].items():
            if there not in best or best[there][0] > distance + length:
                best[there] = distance + length, path + [there]
                queue.add(there)
    raise LookupError(f'no way from {start} to {goal}')


print(shortest(ROADS, 'a', 'e'))
try:
    shortest(ROADS, 'e', 'a')
except LookupError as error:
    print(error)


def topological(needs):
    done, order = set(), []

    def visit(node, path=()):
        if node in path:
            raise ValueError('cycle: ' + ' -> '.join(path + (node,)))
        if node not in done:
            for need in needs.get(node, ()):
                visit(need, path + (node,))
            done.add(node)
            order.append(node)

    for node in needs:
        visit(node)
    return order


print(topological({'shoes': ['socks', 'trousers'], 'trousers': ['pants'], 'coat': ['shirt'], 'shirt': []}))
try:
    topological({'egg': ['hen'], 'hen': ['egg']})
except ValueError as error:
    print(error)
