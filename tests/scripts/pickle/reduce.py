# __reduce__ says how to make the object again: a callable, its arguments, and more.
import pickle


class Interval:
    def __init__(self, low, high):
        self.low, self.high = low, high

    def __reduce__(self):
        return Interval, (self.low, self.high)


for protocol in range(5):
    print(protocol, pickle.dumps(Interval(1, 2), protocol))
print(pickle.loads(pickle.dumps(Interval(1, 2))).high)


class Bag:
    def __init__(self):
        self.items, self.table = [], {}

    def append(self, item):
        self.items.append(item)

    def __setitem__(self, key, value):
        self.table[key] = value

    def __reduce__(self):
        return Bag, (), {'state': 's'}, iter([1, 2, 3]), iter([('a', 1), ('b', 2)])


bag = pickle.loads(pickle.dumps(Bag()))
print(bag.items, bag.table, bag.state)
print(pickle.dumps(Bag()))


def put_state(obj, state):
    obj.via_setter = state


class Setter:
    def __reduce__(self):
        return Setter, (), 'state', None, None, put_state


print(pickle.dumps(Setter()), pickle.loads(pickle.dumps(Setter())).via_setter)


class Singleton:
    def __reduce__(self):
        return 'THE_ONE'


THE_ONE = Singleton()
print(pickle.dumps(THE_ONE), pickle.loads(pickle.dumps(THE_ONE)) is THE_ONE)
