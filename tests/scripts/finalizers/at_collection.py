# __del__ is called once, by the collection that finds the object out of reach.
import gc


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print('del', self.name)


class Quiet(Noisy):
    pass


a = Noisy('a')
a.self = a
b = Quiet('b')
b.other = b
print('made')
a = None
gc.collect()
print('a is gone')
b = None
gc.collect()
print('b is gone')

pair = [Noisy('cycle')]
pair[0].pair = pair
del pair
gc.collect()
print('no second time')
gc.collect()
