# methodcaller makes functions that call a method.
import operator
import pickle

upper = operator.methodcaller('upper')
split = operator.methodcaller('split', ',', maxsplit=1)
print(upper('abc'), split('a,b,c'), upper, split)
print(pickle.loads(pickle.dumps(split))('x,y,z'))
print(operator.methodcaller('a', 1).__reduce__() == (operator.methodcaller, ('a', 1)))
print(operator.call(max, 1, 5, key=lambda v: -v))
for call in (
    lambda: operator.methodcaller(),
    lambda: operator.methodcaller(1),
    lambda: upper(),
    lambda: upper('a', 'b'),
    lambda: operator.methodcaller('nope')(1),
    lambda: operator.call(),
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
