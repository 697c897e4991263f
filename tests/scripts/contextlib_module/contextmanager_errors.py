# Generators that yield too little or too much.
import contextlib


@contextlib.contextmanager
def nothing():
    if False:
        yield


@contextlib.contextmanager
def twice():
    yield 1
    yield 2


@contextlib.contextmanager
def goes_on():
    try:
        yield
    except Exception:
        yield


@contextlib.contextmanager
def raises_other():
    try:
        yield
    except KeyError:
        raise TypeError('other')


for manager, error in ((nothing, None), (twice, None), (goes_on, KeyError('x')), (raises_other, KeyError('y'))):
    try:
        with manager():
            if error:
                raise error
    except Exception as caught:
        print(type(caught).__name__, caught, repr(caught.__context__))
