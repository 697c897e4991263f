# A worked example: generators in a row, pulling one item at a time.
def numbers(log):
    for n in range(1, 10):
        log.append(f'produce {n}')
        yield n


def only(predicate, items):
    for item in items:
        if predicate(item):
            yield item


def take(n, items):
    for i, item in enumerate(items):
        if i == n:
            return
        yield item


def pairs(items):
    previous = next(items)
    for item in items:
        yield previous, item
        previous = item


def chain(*iterables):
    for iterable in iterables:
        yield from iterable


log = []
pipeline = take(2, only(lambda n: n % 3 == 0, numbers(log)))
print(log)
print(list(pipeline))
print(log)
print(list(pairs(iter('abcd'))), list(chain([1], (2,), {3: 0}, 'x')))


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        if value is None:
            return total, count
        total += value
        count += 1
        average = total / count


a = averager()
next(a)
print([a.send(n) for n in (10, 20, 60)])
try:
    a.send(None)
except StopIteration as stop:
    print(stop.value)


def round_robin(*iterables):
    queue = [iter(i) for i in iterables]
    while queue:
        it = queue.pop(0)
        try:
            yield next(it)
        except StopIteration:
            continue
        queue.append(it)


print(''.join(round_robin('abc', 'd', 'ef')))
