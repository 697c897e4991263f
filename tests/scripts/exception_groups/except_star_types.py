# What may stand behind except*.
def catch(types, exception):
    try:
        try:
            raise exception
        except* types as group:
            print('caught', repr(group))
    except BaseException as error:
        print(type(error).__name__, error, '|', repr(error.__context__))


class Custom(ExceptionGroup):
    pass


for types in [ValueError, (ValueError, TypeError), (), Exception, BaseException, ExceptionGroup, BaseExceptionGroup, Custom,
              (ValueError, ExceptionGroup), int, 5, 'x', [ValueError], (ValueError, int), None]:
    print(types)
    catch(types, ExceptionGroup('g', [ValueError(1), OSError(2)]))
catch(1, ValueError('lone'))


# The class is evaluated only for what comes that far, from left to right.
def named(name, cls):
    print('evaluated', name)
    return cls


try:
    raise ExceptionGroup('g', [ValueError(1)])
except* named('first', TypeError):
    pass
except* named('second', ValueError):
    pass
except* named('third', OSError):
    pass
try:
    pass
except* named('never', ValueError):
    pass


class Odd(ExceptionGroup):
    def split(self, matcher):
        print('split by', matcher)
        return None, ValueError('made up')


try:
    try:
        raise Odd('odd', [ValueError(), TypeError()])
    except* TypeError:
        pass
except BaseException as error:
    print(repr(error))
