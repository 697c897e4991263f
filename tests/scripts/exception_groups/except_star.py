# except*: each clause takes its part; what is left goes on.
import sys


def run(exception):
    try:
        try:
            raise exception
        except* ValueError as group:
            print('  values', repr(group), sys.exception() is group)
        except* (TypeError, KeyError) as group:
            print('  types and keys', repr(group))
        else:
            print('  else')
        finally:
            print('  finally', repr(sys.exception()))
    except BaseException as error:
        print('  left', repr(error), repr(error.__context__))
    else:
        print('  nothing left')


for e in [ValueError(1), KeyError(2), OSError(3), KeyboardInterrupt(),
          ExceptionGroup('g', [ValueError(1), ValueError(2)]),
          ExceptionGroup('g', [ValueError(1), TypeError(2), KeyError(3)]),
          ExceptionGroup('g', [ValueError(1), ExceptionGroup('h', [TypeError(2), OSError(3)]), OSError(4)]),
          BaseExceptionGroup('g', [KeyboardInterrupt(), ValueError()])]:
    print(repr(e))
    run(e)

try:
    pass
except* Exception:
    print('never')
else:
    print('else')
finally:
    print('finally')
try:
    try:
        x = 1
    except* ValueError as x:
        pass
    print(x)
    try:
        raise ValueError
    except* ValueError as x:
        pass
    x
except NameError as error:
    print(error)
print(sys.exception())
