# What binding makes of positional-only parameters that are given by name.
import inspect


def required(a, b, /, c, *, d):
    pass


def optional(a=1, b=2, /, c=3):
    pass


def gathering(a, b=2, /, c=3, **rest):
    pass


def after_star(a, b=2, /, *rest, c):
    pass


CALLS = [
    ((), {}),
    ((), {'a': 9}),
    ((), {'b': 8}),
    ((), {'a': 9, 'b': 8}),
    ((), {'b': 8, 'c': 7}),
    ((), {'a': 9, 'b': 8, 'c': 7, 'd': 6}),
    ((1,), {}),
    ((1,), {'a': 9}),
    ((1,), {'b': 8, 'c': 7}),
    ((1, 2), {'c': 7, 'd': 6}),
    ((1, 2, 3), {'c': 7}),
    ((1, 2, 3, 4), {}),
]

for function in (required, optional, gathering, after_star):
    signature = inspect.signature(function)
    print(signature)
    for args, kwargs in CALLS:
        for bind in (signature.bind, signature.bind_partial):
            try:
                bound = bind(*args, **kwargs)
                print(' ', bind.__name__, args, kwargs, bound, bound.args, bound.kwargs)
            except TypeError as error:
                print(' ', bind.__name__, args, kwargs, error)
