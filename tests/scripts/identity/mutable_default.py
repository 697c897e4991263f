# A default value is made once, when the function is: every call shares it.
def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1), collect(2) is collect(3))
print(collect.__defaults__)


def fresh(item, into=None):
    if into is None:
        into = []
    into.append(item)
    return into


print(fresh(1), fresh(2))


class Shared:
    items = []

    def add(self, item):
        self.items.append(item)


a, b = Shared(), Shared()
a.add('from a')
print(b.items, a.items is b.items is Shared.items)
b.items = ['own']
print(a.items, b.items, Shared.items)

row = [0] * 2
grid = [row] * 2
grid[0][0] = 1
print(grid, [[0] * 2 for _ in range(2)][0] is grid[0])
