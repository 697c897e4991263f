# starmap calls a function with each element's own elements.
from itertools import starmap

print(list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(max, ['abc', [1, 5]])), list(starmap(print, [])))

for call in (
    lambda: starmap(pow),
    lambda: starmap(1, 1),
    lambda: list(starmap(pow, [1])),
    lambda: list(starmap(pow, [(1,)])),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
