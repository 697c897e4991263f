# takewhile ends at the first element that fails; dropwhile begins there.
from itertools import dropwhile, takewhile

data = [1, 3, 6, 2, 8]
print(list(takewhile(lambda n: n < 5, data)), list(dropwhile(lambda n: n < 5, data)))
it = iter(data)
t = takewhile(lambda n: n < 5, it)
print(list(t), list(it), list(t), list(takewhile(bool, [])), list(dropwhile(bool, [1, 1])))

for call in (
    lambda: takewhile(1),
    lambda: dropwhile(1),
    lambda: list(takewhile(1, [1])),
    lambda: takewhile(1, 2),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
