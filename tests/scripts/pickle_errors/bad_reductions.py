# What __reduce__ may return, and what happens when it returns something else.
import pickle


class Reduced:
    def __init__(self, result):
        self.result = result

    def __reduce__(self):
        return self.result


def attempt(result, *protocol):
    try:
        print(pickle.dumps(Reduced(result), *protocol))
    except Exception as error:
        message = str(error)
        if ' at 0x' in message:
            start = message.index(' at 0x')
            message = message[:start] + message[message.index('>') :]
        print(type(error).__name__, message)


attempt(None)
attempt(5)
attempt([])
attempt(())
attempt((list,))
attempt((list, (), 1, 2, 3, 4, 5))
attempt((5, ()))
attempt((list, []))
attempt((list, None))
attempt((list, (), None, 5))
attempt((list, (), None, None, 5))
attempt((list, (), None, None, None, 5))
attempt((list, (), None, iter([1])))
attempt((dict, (), None, None, iter([1])))
attempt((dict, (), None, None, iter([(1, 2, 3)])))
attempt('no_such_global')
attempt('Reduced')


def __newobj__(*args):
    pass


attempt((__newobj__, ()))
attempt((__newobj__, (5,)))
attempt((__newobj__, (list,)))
attempt((__newobj__, (Reduced,)))
attempt((__newobj__, (list,)), 1)


class Broken:
    __reduce_ex__ = None


try:
    pickle.dumps(Broken())
except TypeError as error:
    print(error)


class Raising:
    def __reduce__(self):
        raise ValueError('raised in __reduce__')


try:
    pickle.dumps([Raising()])
except ValueError as error:
    print(error)
