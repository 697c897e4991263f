# The functions for containers.
import operator

items = ['a', 'b', 'c', 'b']
print(operator.getitem(items, 1), operator.getitem(items, slice(1, 3)), operator.contains(items, 'c'))
operator.setitem(items, 0, 'z')
operator.delitem(items, 2)
print(items, operator.countOf(items, 'b'), operator.indexOf(items, 'b'))
print(operator.concat([1], [2]), operator.concat('a', 'b'))
for call in (
    lambda: operator.concat(1, 2),
    lambda: operator.concat([1], 2),
    lambda: operator.concat({}, {}),
    lambda: operator.indexOf([1], 2),
    lambda: operator.countOf(1, 2),
    lambda: operator.contains(1, 2),
    lambda: operator.getitem({}, 'k'),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
