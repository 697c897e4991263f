# __reduce_ex__ is asked first and gets the protocol.
import pickle


class Shy:
    def __reduce_ex__(self, protocol):
        print('reduce_ex', protocol)
        return str, (f'made for {protocol}',)

    def __reduce__(self):
        print('never')


for protocol in range(6):
    print(pickle.loads(pickle.dumps(Shy(), protocol)))


class Plain:
    def __init__(self):
        self.a = 1


for protocol in range(5):
    function, args, *rest = Plain().__reduce_ex__(protocol)
    print(protocol, function.__name__, args, rest)

print([].__reduce_ex__(2)[1:3], object().__reduce_ex__(4)[1:])


class OldStyle(Plain):
    def __reduce__(self):
        return OldStyle, ()


print(OldStyle().__reduce_ex__(4) == (OldStyle, ()))
