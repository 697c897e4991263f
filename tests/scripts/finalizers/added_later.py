# A class that comes to have a __del__ finalizes the instances it has already; one that loses it does not.
import gc


class Base:
    pass


class Derived(Base):
    def __init__(self):
        self.me = self


d = Derived()
Base.__del__ = lambda self: print('del', type(self).__name__)
d = None
gc.collect()
e = Derived()
del Base.__del__
e = None
gc.collect()
print('nothing')


class Plain:
    def __init__(self):
        self.me = self


class Final(Plain):
    def __del__(self):
        print('del as', type(self).__name__)


p = Plain()
p.__class__ = Final
p = None
gc.collect()
