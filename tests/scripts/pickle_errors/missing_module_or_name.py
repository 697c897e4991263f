# Loading raises when the module can't be imported or lacks the name.
import pickle


def load(data):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(type(error).__name__, error)


load(b'cno_such_module\nName\n.')
load(b'cno_such_package.inside\nName\n.')
load(b'cbuiltins\nno_such_name\n.')
load(b'\x80\x04\x8c\x08builtins\x8c\x0cmissing.deep\x93.')
load(b'\x80\x04\x8c\x08builtins\x8c\x0eint.no_such_it\x93.')
load(b'\x80\x04\x8c\x08builtins\x8c\x0cf.<locals>.g\x93.')
load(b'\x80\x04\x8c\x06__no__\x8c\x01x\x93.')
load(b'c\nName\n.')
load(b'c__builtin__\nunicode\n.')
load(b'\x80\x03c__builtin__\nunicode\n.')
load(b'cbuiltins\nint.bit_length\n.')
load(b'\x80\x04cbuiltins\nint.bit_length\n.')
