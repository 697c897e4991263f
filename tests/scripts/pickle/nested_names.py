# Classes inside classes: dotted names from protocol 4 on, getattr before that.
import pickle


class Outer:
    class Inner:
        class Innermost:
            pass

    def method(self):
        return 'method of', type(self).__name__

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def static():
        return 'static'


for protocol in range(6):
    data = pickle.dumps(Outer.Inner.Innermost, protocol)
    print(protocol, data)
    assert pickle.loads(data) is Outer.Inner.Innermost

print(pickle.dumps([Outer.Inner, Outer.Inner.Innermost], 2))

for protocol in 0, 2, 4:
    print(pickle.dumps(Outer.method, protocol))
    print(pickle.dumps(Outer.make, protocol))
    print(pickle.dumps(Outer().method, protocol))

print(pickle.loads(pickle.dumps(Outer().method))())
print(pickle.loads(pickle.dumps(Outer.make)) == Outer.make)
print(pickle.loads(pickle.dumps(Outer.static)) is Outer.static)
