# The functions of the module beside dump and load.
import pickle


class C:
    class D:
        pass


def attempt(function, *arguments):
    try:
        print(arguments, function(*arguments))
    except (AttributeError, TypeError) as error:
        print(arguments, type(error).__name__, error)


for number in 0, 1, -1, 127, 128, -128, -129, 255, 256, 2**70, -2**70, True, 1.5, 'text', None:
    attempt(pickle.encode_long, number)
for data in b'', b'\0', b'\xff', b'\0\x80', b'\x80\0', bytearray(b'\1'), [1, 2], 'text', 5:
    attempt(pickle.decode_long, data)

unnamed = C()
unnamed.__module__ = None
for found, name in (C, 'C'), (len, 'len'), (C.D, 'C.D'), (pickle.Pickler, 'Pickler'), (unnamed, 'nothing'), (Ellipsis, 'Ellipsis'):
    print(name, pickle.whichmodule(found, name))
