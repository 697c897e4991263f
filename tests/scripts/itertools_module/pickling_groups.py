# groupby and tee, and their parts, can be pickled in 3.13 (with a warning): what their reductions show.
import itertools
import pickle
import warnings

warnings.simplefilter("ignore")


def parts(iterator):
    reduction = iterator.__reduce__()
    return [reduction[0].__name__, len(reduction[1]), *reduction[2:]]


groups = itertools.groupby([10, 11, 20], lambda number: number // 10)
print(parts(groups))
key, group = next(groups)
print(parts(groups), parts(group), group.__reduce__()[1][1])
print(next(group), parts(groups), next(group), parts(groups))
print(next(group, "end"), parts(groups), parts(group))
later = next(groups)[1]
print(group.__reduce__(), parts(later))
for state in (1, 2), (1, 2, 3, 4), 5, (9, 8, 7):
    try:
        print(groups.__setstate__(state), parts(groups))
    except TypeError as error:
        print(error)
groups = itertools.groupby("aab")
key, group = next(groups)
groups, group = pickle.loads(pickle.dumps((groups, group)))
print(list(group), [(key, list(group)) for key, group in groups])

first, second = itertools.tee(iter(range(100)))
print([next(first) for _ in range(60)][-1], first.__reduce__()[2][1], second.__reduce__()[2][1])
chunk = second.__reduce__()[2][0]
print(type(chunk), len(chunk.__reduce__()[1][1]), chunk.__reduce__()[1][2] is first.__reduce__()[2][0])
first, second = pickle.loads(pickle.dumps((first, second)))
print(next(first), next(second), list(first)[-1])
kind = type(chunk)
for arguments in (
    (), (1,), (iter([1]), [1, 2], None), (iter([5]), [1], 3), (iter([1]), (1,), None), (iter([1]), [0] * 58, None),
    (iter([]), [0] * 57, kind(iter([]), [], None)), (iter([]), [0] * 5, kind(iter([]), [], None)),
):  # fmt: skip
    try:
        print(len(kind(*arguments).__reduce__()[1][1]))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
copy = itertools.tee([3])[0]
for state in (kind(iter([7]), [5, 6], None), 1), (kind(iter([7]), [5], None), 58), (5, 1), (1,), [], (kind([], [], None), "x"):
    try:
        print(copy.__setstate__(state), list(copy))
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)

cycle = itertools.cycle([1, 2])
for _ in range(6):
    reduction = cycle.__reduce__()
    rest = reduction[1][0].__reduce__()
    print(reduction[2], rest[1:], rest[1][0] is reduction[2][0], next(cycle))
for pools in ([1], [2]), ([], [2]):
    product = itertools.product(*pools)
    for _ in range(3):
        print(product.__reduce__()[1:], next(product, "end"))
for pools in ([1], [2, 3]), ([], []), ([1, 2, 3], [1], []):
    longest = itertools.zip_longest(*pools)
    for _ in range(5):
        print([one if one == () else one.__reduce__()[1:] for one in longest.__reduce__()[1]], next(longest, "end"))
product = itertools.product([1], [2])
print(product.__reduce__()[1] is product.__reduce__()[1])
