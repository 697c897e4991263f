# __getnewargs__ and __getnewargs_ex__ give the arguments for __new__.
import pickle


class Temperature(float):
    def __new__(cls, value, unit):
        self = super().__new__(cls, value)
        self.unit = unit
        return self

    def __getnewargs__(self):
        return float(self), self.unit


t = Temperature(36.6, 'C')
for protocol in 2, 4:
    print(pickle.dumps(t, protocol))
again = pickle.loads(pickle.dumps(t))
print(again, again.unit, type(again).__name__)


class Keyword:
    def __new__(cls, *, size):
        self = super().__new__(cls)
        print('new', size)
        self.size = size
        return self

    def __getnewargs_ex__(self):
        return (), {'size': self.size}


k = Keyword(size=3)
for protocol in 4, 5:
    data = pickle.dumps(k, protocol)
    print(data)
    print(pickle.loads(data).size)


def refused(result):
    Keyword.__getnewargs_ex__ = lambda self: result
    try:
        pickle.dumps(k)
    except Exception as error:
        print(type(error).__name__, error)


refused(None)
refused(())
refused(((), (), ()))
refused(([], {}))
refused(((), []))
