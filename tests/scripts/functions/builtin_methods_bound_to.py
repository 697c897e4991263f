# A built-in method is called after the class of what it is bound to, and pickles as an attribute of that.
import functools
import math
import pickle


class L(list):
    class I(int):
        pass


METHODS = [
    [].append, L().append, L.append, L().__len__, L.__len__, L().__reduce_ex__, L.I().bit_length, L.I.from_bytes,
    int.from_bytes, dict.fromkeys, object.__new__, int.__new__, bool.__new__, L.__new__, type.__new__, L.mro, type.mro,
    int.__subclasshook__, L.__init_subclass__, L.I.__format__, L.I().__format__, functools.partial.__new__,
    str.maketrans, bytes.maketrans, bytearray.maketrans, math.sqrt, len, print,
]
for method in METHODS:
    print(type(method).__name__, method.__qualname__, end=' ')
    bound = getattr(method, '__self__', '(unbound)')
    print(bound if isinstance(bound, type) or bound is None else type(bound).__name__)
    print(method.__reduce__())
    for protocol in range(6):
        data = pickle.dumps(method, protocol)
        print(protocol, data)
        again = pickle.loads(data)
        if isinstance(bound, type):
            print(again == method)

# Static methods lie in their class as such.
for descriptor in str.__dict__['maketrans'], bytes.__dict__['maketrans'], dict.__dict__['fromkeys']:
    print(type(descriptor), isinstance(descriptor, staticmethod))
    try:
        pickle.dumps(descriptor)
    except TypeError as error:
        print(error)
maketrans = str.__dict__['maketrans']
print(maketrans.__func__ is str.maketrans, maketrans.__wrapped__ is str.maketrans, maketrans({1: 2}))
try:
    maketrans.__name__
except AttributeError as error:
    print(error)


class S(str):
    maketrans = str.__dict__['maketrans']


print(S.maketrans({1: 2}), S('x').maketrans({1: 3}), 'a'.maketrans('a', 'b'))
