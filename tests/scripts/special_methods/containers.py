# Length, items, membership and slices.
class Deck:
    def __init__(self, *cards):
        self.cards = list(cards)

    def __len__(self):
        return len(self.cards)

    def __getitem__(self, index):
        print('getitem', index, end='; ')
        return self.cards[index]

    def __setitem__(self, index, value):
        print('setitem', index, value)
        self.cards[index] = value

    def __delitem__(self, index):
        print('delitem', index)
        del self.cards[index]


d = Deck('a', 'b', 'c')
print(len(d), d[0], d[-1], d[1:], bool(d), bool(Deck()))
d[0] = 'A'
d[1:2] = ['x', 'y']
del d[-1]
print(d.cards)
print(list(d))
print('x' in d)
print('missing' in d)
print(list(reversed(d)))
try:
    d[1, 'a':'b', ...]
except TypeError as error:
    print(error)
print([*d], max(d))


class Contains:
    def __contains__(self, item):
        return 'truthy' if item == 1 else ''


print(1 in Contains(), 2 in Contains(), 1 not in Contains())
five = 5
for action in (
    lambda: len(5),
    lambda: five[0],
    lambda: 1 in 5,
    lambda: iter(5),
    lambda: reversed(5),
    lambda: [][0],
    lambda: {}['k'],
):
    try:
        action()
    except Exception as error:
        print(type(error).__name__, error)
try:
    five[0] = 1
except TypeError as error:
    print(error)
try:
    del five[0]
except Exception as error:
    print(type(error).__name__, error)
