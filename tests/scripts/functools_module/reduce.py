# reduce applies a function cumulatively.
import functools
import operator

print(functools.reduce(operator.add, [1, 2, 3]), functools.reduce(operator.mul, [], 7), functools.reduce(max, [5]))
print(functools.reduce(lambda a, b: f'({a}{b})', 'abcd'), functools.reduce(operator.add, [[1], [2]], []))
for call in (
    lambda: functools.reduce(operator.add, []),
    lambda: functools.reduce(operator.add, 5),
    lambda: functools.reduce(operator.add),
    lambda: functools.reduce(operator.add, [1, 'a']),
):
    try:
        call()
    except TypeError as error:
        print(error)
