# The state of an instance with __slots__ is a pair: dictionary and slots.
import pickle


class Point:
    __slots__ = ('x', 'y')


class Named(Point):
    def __init__(self):
        self.x = 1
        self.name = 'n'


p = Point()
p.x = 1
for protocol in 2, 3, 4, 5:
    print(pickle.dumps(p, protocol))
again = pickle.loads(pickle.dumps(p))
print(again.x, hasattr(again, 'y'))
print(p.__getstate__(), Named().__getstate__(), Point().__getstate__())

n = pickle.loads(pickle.dumps(Named()))
print(n.x, n.name, n.__dict__)
print(pickle.dumps(Named(), 2))

for protocol in 0, 1:
    try:
        pickle.dumps(p, protocol)
    except TypeError as error:
        print(protocol, error)


class Private:
    __slots__ = ('__secret',)

    def __init__(self):
        self.__secret = 's'


print(Private().__getstate__(), pickle.loads(pickle.dumps(Private()))._Private__secret)
