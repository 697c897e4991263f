# What goes wrong in the iterator underneath comes through.
import itertools


class Bad:
    def __iter__(self):
        return self

    def __next__(self):
        1 / 0


for make in (
    lambda: itertools.chain(Bad()), lambda: itertools.cycle(Bad()), lambda: itertools.islice(Bad(), 3),
    lambda: itertools.takewhile(bool, Bad()), lambda: itertools.dropwhile(bool, Bad()), lambda: itertools.pairwise(Bad()),
    lambda: itertools.zip_longest(Bad()), lambda: itertools.accumulate(Bad()), lambda: itertools.groupby(Bad()),
    lambda: itertools.batched(Bad(), 2), lambda: itertools.starmap(pow, Bad()), lambda: itertools.compress('a', Bad()),
    lambda: itertools.filterfalse(None, Bad()), lambda: itertools.product(Bad()), lambda: itertools.permutations(Bad()),
    lambda: itertools.tee(Bad())[0],
):
    try:
        next(make())
    except ZeroDivisionError as error:
        print(error)
