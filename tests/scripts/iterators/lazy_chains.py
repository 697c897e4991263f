# map, filter, zip and enumerate take items one at a time.
def source(log):
    for n in range(5):
        log.append(n)
        yield n


log = []
chain = map(lambda x: x * 10, filter(lambda x: x % 2, source(log)))
print(log, next(chain), log, list(chain), log)
log = []
pairs = zip(source(log), 'ab')
print(list(pairs), log)
log = []
numbered = enumerate(source(log), 100)
print(next(numbered), next(numbered), log)
it = iter(range(10))
print([next(it) for _ in range(3)], list(zip(it, it)), list(it))
shared = iter('abcdef')
for a in shared:
    print(a, next(shared), end=' ')
print()


def failing():
    yield 1
    raise ValueError('in the source')


for wrap in (lambda g: map(str, g), lambda g: zip(g), enumerate, lambda g: filter(None, g)):
    g = wrap(failing())
    print(next(g), end=' ')
    try:
        next(g)
    except ValueError as error:
        print(error, next(g, 'ended'))
m = map(lambda x: 1 // x, [1, 0, 2])
print(next(m))
try:
    next(m)
except ZeroDivisionError as error:
    print(error, next(m))
print(list(map(lambda *a: a, [1, 2, 3], 'ab', iter([True, False]))), [x for x in iter([]).__iter__()])
