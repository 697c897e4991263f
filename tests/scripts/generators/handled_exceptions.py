# A generator handles its own exceptions; those of its caller are seen, but not kept.
import sys


def g():
    try:
        print('own', sys.exception())
        yield 1
    except ValueError as e:
        print('handling', repr(sys.exception()), repr(e.__context__))
        yield 2
        print('still', repr(sys.exception()))
        try:
            raise KeyError('inner')
        except KeyError as inner:
            print(repr(inner.__context__))
            yield 3
            print('inner', repr(sys.exception()))
        print('back', repr(sys.exception()))
    print('after', repr(sys.exception()))
    yield 4
    print('end', repr(sys.exception()))


it = g()
next(it)
try:
    1 / 0
except ZeroDivisionError:
    it.throw(ValueError('thrown'))
    print('caller', repr(sys.exception()))
next(it)
try:
    [][1]
except IndexError:
    next(it)
    print('caller', repr(sys.exception()))
try:
    next(it)
except StopIteration:
    print('done', sys.exception())


def same():
    try:
        yield
    except Exception as e:
        yield
        print(repr(sys.exception()))
        yield
        raise


it = same()
next(it)
try:
    raise ValueError('same')
except Exception as e:
    it.throw(e)
next(it)
try:
    next(it)
except ValueError as e:
    print(repr(e), repr(e.__context__))


def raising():
    yield
    raise KeyError('in the generator')


it = raising()
next(it)
try:
    1 / 0
except ZeroDivisionError:
    try:
        next(it)
    except KeyError as e:
        print(repr(e.__context__))


class NoInstance(Exception):
    def __new__(cls):
        return cls


class Failing(Exception):
    def __init__(self):
        raise OSError('in __init__')


def catches():
    try:
        yield
    except Exception as e:
        yield type(e).__name__, str(e)


for cls in [NoInstance, Failing]:
    it = catches()
    next(it)
    print(it.throw(cls))
it = catches()
next(it)
try:
    it.throw(5)
except TypeError as e:
    print(e)
