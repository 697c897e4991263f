# Errors while an object is rebuilt are the errors of the code that rebuilds it.
import pickle


def load(data):
    try:
        print(type(pickle.loads(data)).__name__)
    except Exception as error:
        print(type(error).__name__, error)


class NeedsArgument:
    def __new__(cls, argument):
        return super().__new__(cls)


load(pickle.dumps(NeedsArgument(1)))


class Slotted:
    __slots__ = ()


load(b'c__main__\nSlotted\n)\x81}X\x01\x00\x00\x00xK\x01sb.')
load(b'c__main__\nSlotted\n)\x81K\x01b.')
load(b'c__main__\nSlotted\n)\x81(NK\x01tb.')
load(b'cbuiltins\nint\n(S"x"\ntR.')
load(b'cbuiltins\nint\n(I1\nI2\nI3\ntR.')
load(b'cbuiltins\nobject\n)R}S"x"\nI1\nsb.')
load(b'cbuiltins\nobject\nN\x81.')
load(b'cbuiltins\nobject\n)}\x92.')
load(b'cbuiltins\nobject\n)N\x92.')
load(b'cbuiltins\nlen\n)\x81.')
load(b'cbuiltins\nlen\n(I1\ntR.')
load(b'\x80\x02cbuiltins\nobject\n)\x81].')
load(b'NI1\na.')
load(b'(I1\nI2\nlI3\na.')
load(b'cbuiltins\nprint\n(S"running code"\ntR.')
load(b'}]I1\ns.')
load(b'(]t\x91.')
load(b'\x8f(]\x90.')
