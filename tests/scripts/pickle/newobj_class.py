# The class of what is pickled is the one it says: a proxy's is that of what it stands for.
import pickle
import weakref


class Point:
    def __init__(self, x):
        self.x = x


class Numbers(list):
    pass


class Masked:
    __class__ = Point


for made in Point(1), Numbers([1, 2]):
    made.name = 'it'
    proxy = weakref.proxy(made)
    for protocol in range(6):
        data = pickle.dumps(proxy, protocol)
        again = pickle.loads(data)
        print(protocol, data == pickle.dumps(made, protocol), type(again).__name__, vars(again), end=' ')
        print(list(again) if isinstance(made, list) else '')
for protocol in range(6):
    try:
        print(pickle.dumps(Masked(), protocol))
    except pickle.PicklingError as error:
        print(error)
