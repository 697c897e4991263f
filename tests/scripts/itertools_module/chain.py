# chain goes through iterables one after another.
from itertools import chain

print(list(chain('ab', [1, 2], (), {'k': 1})), list(chain()), list(chain.from_iterable(['ab', 'cd'])))
endless = chain.from_iterable([n] * n for n in range(4))
print(next(endless), list(endless), chain[int])

for call in (
    lambda: list(chain(1)),
    lambda: chain.from_iterable(1),
    lambda: list(chain('a', 1)),
    lambda: chain(a=1),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
