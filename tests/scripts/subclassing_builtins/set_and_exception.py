# Subclasses of set, frozenset and the exceptions.
class Tags(set):
    def add(self, tag):
        super().add(tag.lower())
        return self


t = Tags().add('A').add('a')
print(t, type(t).__name__, t == {'a'}, t | {'b'} == {'a', 'b'}, type(t | {'b'}).__name__, len(t))
print(Tags(['X']), repr(Tags()), type(t.copy()).__name__, t <= {'a', 'b'})


class Frozen(frozenset):
    pass


print(Frozen([1]), {Frozen([1]): 'hashable'}[frozenset([1])], type(Frozen() & Frozen()).__name__)


class AppError(Exception):
    code = 1

    def __init__(self, message, detail=None):
        super().__init__(message)
        self.detail = detail

    def __str__(self):
        return f'[{self.code}] {super().__str__()}'


class NotFound(AppError, LookupError):
    code = 404


try:
    raise NotFound('no page', detail='/x')
except LookupError as error:
    print(error, repr(error), error.detail, error.args, isinstance(error, AppError))
print([c.__name__ for c in NotFound.__mro__])


class NoInit(KeyError):
    pass


print(str(NoInit('k')), str(NoInit('a', 'b')), repr(NoInit()), str(NoInit()) == '')
try:

    class Both(KeyError, OSError):
        pass

    print([c.__name__ for c in Both.__mro__])

    class Impossible(int, KeyError):
        pass
except TypeError as error:
    print(error)
