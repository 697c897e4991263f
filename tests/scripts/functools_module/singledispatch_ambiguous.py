# Two abstract classes that are equally near make the choice ambiguous.
import collections.abc
import functools


@functools.singledispatch
def f(x):
    return 'base'


f.register(collections.abc.Iterable, lambda x: 'iterable')
f.register(collections.abc.Container, lambda x: 'container')
try:
    f([])
except RuntimeError as error:
    print(str(error).split(':')[0])
f.register(collections.abc.Sequence, lambda x: 'sequence')
print(f([]), f(()), f('s'))


class Own:
    pass


print(f(Own()))
collections.abc.Sequence.register(Own)
print(f(Own()))
