# accumulate gives running totals, or what a function makes of them.
import operator
from itertools import accumulate

print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 4, 1], max)), list(accumulate([])))
print(list(accumulate([1, 2], initial=100)), list(accumulate([], initial=5)), list(accumulate('abc')))
print(list(accumulate([1, 2, 3], operator.mul, initial=10)), list(accumulate([1, 2], None)))

for call in (
    lambda: accumulate(),
    lambda: accumulate(1),
    lambda: accumulate([1], 2, 3),
    lambda: list(accumulate([1, 'a'])),
):
    try:
        print(call())
    except Exception as error:
        print(type(error).__name__, error)
