# Sequence patterns take lists, tuples, ranges and the like, but no text.
def f(x):
    match x:
        case []:
            return 'empty'
        case [a]:
            return 'one', a
        case (1, b):
            return 'one first', b
        case a, b:
            return 'two', a, b
        case [1, *rest, 9]:
            return 'one to nine', rest
        case [a, _, _]:
            return 'first of three', a
        case [_, *_, last]:
            return 'last', last
        case _:
            return 'no sequence'


for x in [[], (), [5], (1, 2), [3, 4], range(2), [1, 2, 3, 9], (1, 9, 9), range(3), [4, 5, 6, 7], 'ab', b'ab', bytearray(b'ab'),
          {1, 2}, {1: 2}, iter([1]), 5, None]:
    print(type(x).__name__, f(x))


def nested(x):
    match x:
        case [[a, b], [c, *d], (e)]:
            return a, b, c, d, e
        case [*_, [[[deep]]]]:
            return 'deep', deep


print(nested([[1, 2], [3, 4, 5], 6]), nested([1, 2, [[[3]]]]), nested([]))


def stars(x):
    match x:
        case [*all]:
            return all


print(stars((1, 2)), stars([]), stars('no'))


class Mine(list):
    def __getitem__(self, i):
        print('item', i)
        return super().__getitem__(i)

    def __iter__(self):
        print('iter')
        return super().__iter__()

    def __len__(self):
        print('len')
        return super().__len__()


match Mine([1, 2, 3, 4]):
    case [_, 5, *_] | [_, 2, *_, 9]:
        print('no')
    case [1, *_, 4]:
        print('ends')
match Mine([1, 2]):
    case [a, b]:
        print(a, b)
match Mine([1, 2]):
    case [_, _]:
        print('two of them')


class Liar(list):
    def __len__(self):
        return 3


try:
    match Liar([1, 2]):
        case [a, b, c]:
            print(a, b, c)
except ValueError as error:
    print(error)
