# Neither code nor attributes are in the pickle of a class or a function.
import pickle


class Empty:
    pass


class Cargo:
    attribute = 'a' * 1000

    def method(self):
        return 'code'


def function(argument, default='some default'):
    """Some documentation."""
    return argument + default


for protocol in range(6):
    print(protocol, pickle.dumps(Cargo, protocol))
for protocol in range(6):
    print(protocol, pickle.dumps(function, protocol))

print(len(pickle.dumps(Empty)) == len(pickle.dumps(Cargo)))
print(b'attribute' in pickle.dumps(Cargo), b'method' in pickle.dumps(Cargo))
print(pickle.loads(pickle.dumps(function)) is function)
