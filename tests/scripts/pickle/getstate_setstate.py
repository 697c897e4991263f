# __getstate__ says what is kept, __setstate__ how it comes back.
import pickle


class Connection:
    def __init__(self, host):
        self.host = host
        self.socket = lambda: 'open'

    def __getstate__(self):
        state = self.__dict__.copy()
        del state['socket']
        return state

    def __setstate__(self, state):
        print('state', state)
        self.__dict__.update(state)
        self.socket = lambda: 'reopened'


c = pickle.loads(pickle.dumps(Connection('localhost')))
print(c.host, c.socket())
print(pickle.dumps(Connection('h'), 2))


class Numbered:
    def __getstate__(self):
        return 42

    def __setstate__(self, state):
        self.got = state


print(pickle.loads(pickle.dumps(Numbered())).got)


class Nothing(Numbered):
    def __getstate__(self):
        return None


print(hasattr(pickle.loads(pickle.dumps(Nothing())), 'got'), pickle.dumps(Nothing()))


class Falsy(Numbered):
    def __getstate__(self):
        return False


print(pickle.loads(pickle.dumps(Falsy())).got)


class Default:
    pass


d = Default()
print(d.__getstate__())
d.x = 1
print(d.__getstate__(), d.__getstate__() is d.__dict__)
