# obj.__class__ can be assigned: the same object, another class.
class Caterpillar:
    def move(self):
        return 'crawl'


class Butterfly:
    def move(self):
        return 'fly'


c = Caterpillar()
c.name = 'Hungry'
before = id(c)
print(c.move())
c.__class__ = Butterfly
print(c.move(), c.name, id(c) == before, type(c) is Butterfly, isinstance(c, Caterpillar))


class Slotted:
    __slots__ = ('x',)


def attempt(obj, cls):
    try:
        obj.__class__ = cls
        print('changed to', type(obj).__name__)
    except TypeError as error:
        print(error)


attempt(c, Slotted)
attempt(c, int)
attempt(c, 5)
attempt(5, Caterpillar)
attempt([], Caterpillar)
attempt(c, Caterpillar)
try:
    del c.__class__
except TypeError as error:
    print(error)


class Masked:
    @property
    def __class__(self):
        return int


print(isinstance(Masked(), int), type(Masked()).__name__)
