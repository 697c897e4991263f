# Without __iter__, __getitem__ from 0 on makes an object iterable.
class Squares:
    def __getitem__(self, index):
        if index >= 5:
            raise IndexError
        return index * index


s = Squares()
print(list(s), 9 in s, 10 in s, [*s], sum(s), list(zip(s, 'abc')))
it = iter(s)
print(next(it), next(it), type(it).__name__)
a, *rest = s
print(a, rest)


class Raising:
    def __getitem__(self, index):
        raise KeyError('not an IndexError')


try:
    list(Raising())
except KeyError as error:
    print(error)


class Ends:
    def __getitem__(self, index):
        if index == 2:
            raise StopIteration
        return index


print(list(Ends()))


class WithLen(Squares):
    def __len__(self):
        return 5


print(list(reversed(WithLen())))
try:
    reversed(s)
except TypeError as error:
    print(error)


class Blocked(Squares):
    __iter__ = None
    __reversed__ = None


for function in iter, list, reversed:
    try:
        function(Blocked())
    except TypeError as error:
        print(error)


class Reversible:
    def __reversed__(self):
        return 'anything at all'


print(reversed(Reversible()))
