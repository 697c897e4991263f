# partialmethod: partial for methods, of any kind.
import functools


class Cell:
    def set_state(self, state, *, note=None):
        self.state = state, note

    alive = functools.partialmethod(set_state, True)
    dead = functools.partialmethod(set_state, False, note='gone')

    @classmethod
    def make(cls, *args):
        return cls.__name__, args

    make_one = functools.partialmethod(make, 1)

    @staticmethod
    def plain(*args):
        return args

    plain_one = functools.partialmethod(plain, 1)


c = Cell()
c.alive()
print(c.state)
c.dead()
print(c.state, Cell.make_one(2), c.plain_one(2))
print(Cell.__dict__['make_one'].args, functools.partialmethod(functools.partialmethod(print, 1), 2).args)
try:
    functools.partialmethod(3)
except TypeError as error:
    print(error)
