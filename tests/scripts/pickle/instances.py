# An instance without any help: protocol 2 on uses __newobj__, before that copyreg does it.
import pickle


class Plain:
    pass


class WithState:
    def __init__(self):
        self.a = 1
        self.b = ['x']


class Silent:
    def __init__(self):
        print('__init__ runs')


for protocol in range(6):
    print(protocol, pickle.dumps(Plain(), protocol))
    print(protocol, pickle.dumps(WithState(), protocol))
    again = pickle.loads(pickle.dumps(WithState(), protocol))
    print(again.__dict__)

print(type(pickle.loads(pickle.dumps(Silent()))).__name__)
