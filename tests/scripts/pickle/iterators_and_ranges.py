# Ranges, slices and iterators remember where they were.
import pickle

for protocol in 0, 2, 4:
    print(pickle.dumps(range(2, 10, 3), protocol))
    print(pickle.dumps(slice(1, None, 2), protocol))
print(pickle.loads(pickle.dumps(range(3))), pickle.loads(pickle.dumps(slice(1, 2))))

it = iter([10, 20, 30])
next(it)
print(pickle.dumps(it))
print(list(pickle.loads(pickle.dumps(it))), list(it))

for make in (
    lambda: iter((1, 2, 3)),
    lambda: iter('abc'),
    lambda: iter(range(3)),
    lambda: reversed([1, 2, 3]),
    lambda: enumerate('ab'),
    lambda: zip('ab', [1, 2]),
    lambda: map(str, [1, 2]),
):
    it = make()
    next(it)
    print(type(it).__name__, list(pickle.loads(pickle.dumps(it))))

it = iter([1])
list(it)
print(pickle.dumps(it), list(pickle.loads(pickle.dumps(it))))
