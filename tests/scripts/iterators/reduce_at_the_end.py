# What iterators reduce to step by step: over the last value, and past the end.
import array

for make in (
    lambda: iter((1, 2)),
    lambda: iter(()),
    lambda: iter([1]),
    lambda: iter("ab"),
    lambda: iter("a\u20ac"),
    lambda: iter(b"ab"),
    lambda: iter(range(2)),
    lambda: iter({1: 2}),
    lambda: reversed([1, 2]),
    lambda: reversed((1, 2)),
    lambda: iter(array.array("b", [1])),
):
    iterator = make()
    print(type(iterator).__name__)
    for _ in range(5):
        print("  ", iterator.__reduce__()[1:], next(iterator, "end"))
for use in (lambda it: [x for x in it], list, tuple, lambda it: (lambda *a: a)(*it), lambda it: it.__setstate__(5)):
    iterator = iter((1, 2))
    use(iterator)
    print(iterator.__reduce__()[1:])
iterator = iter((1,))
next(iterator), next(iterator, None)
iterator.__setstate__(0)
print(list(iterator))
both = zip([1], [2], strict=True)
print(both.__reduce__()[1] is both.__reduce__()[1], len(both.__reduce__()), zip().__reduce__())
