# An error inside a comprehension: the traceback has no frame of its own for it.
def check(n):
    if n == 2:
        raise ValueError(f'bad number {n}')
    return n


def collect():
    return [check(n) for n in range(5)]


try:
    collect()
except ValueError as error:
    print(error)
try:
    {k: v for k, v in [(1, 2), (3,)]}
except ValueError as error:
    print(error)
try:
    [a for a, b in [1]]
except TypeError as error:
    print(error)
try:
    [x for x in 5]
except TypeError as error:
    print(error)
try:
    {[] for _ in range(1)}
except TypeError as error:
    print(error)
try:
    {[]: 1 for _ in range(1)}
except TypeError as error:
    print(error)
collect()
