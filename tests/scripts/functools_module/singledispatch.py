# singledispatch chooses the implementation by the class of the first argument.
import collections.abc
import functools


@functools.singledispatch
def show(x):
    return f'object {x!r}'


@show.register
def _(x: int):
    return f'int {x}'


@show.register(list)
def show_list(x):
    return f'list of {len(x)}'


@show.register(collections.abc.Mapping)
def _(x):
    return f'mapping {sorted(x)}'


@show.register
def _(x: float | str):
    return f'float or str {x}'


print(show(1), show(True), show([1, 2]), show({'k': 1}), show(2.5), show('s'), show(None))
print(show.dispatch(bool)(1), show.dispatch(list) is show_list, sorted(c.__name__ for c in show.registry))
for call in (
    lambda: show(),
    lambda: show.register(3, print),
    lambda: show.register(lambda x: x),
):
    try:
        call()
    except TypeError as error:
        print(str(error).replace(hex(0), '')[:60])
