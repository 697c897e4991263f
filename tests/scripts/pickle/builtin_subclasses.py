# Subclasses of builtin types keep their value and their attributes.
import pickle


class L(list):
    pass


class D(dict):
    pass


class S(str):
    pass


class I(int):
    pass


class T(tuple):
    pass


class B(bytes):
    pass


l, d = L([1, 2]), D(a=1)
l.extra, d.extra = 'on a list', 'on a dict'
for value in l, d, S('text'), I(7), T((1, 2)), B(b'x'), L(), D():
    for protocol in 0, 1, 2, 4:
        data = pickle.dumps(value, protocol)
        print(protocol, data)
        again = pickle.loads(data)
        assert again == value and type(again) is type(value), again
        assert again.__dict__ == value.__dict__
print(pickle.loads(pickle.dumps(l)).extra, pickle.loads(pickle.dumps(d)).extra)
