# What Python 2 pickled is the argument of the class, a str that is Latin-1; some byte of it has to be sane.
import datetime

STATES = {
    datetime.date: b'\x07\xe4\x02\x1d',
    datetime.datetime: b'\x07\xe4\x02\x1d\x0c\x1e\x0f\x00\x01\xe2',
    datetime.time: b'\x0c\x1e\x0f\x00\x01\xe2',
}


def show(cls, *arguments):
    try:
        print(ascii(arguments), repr(cls(*arguments)))
    except (TypeError, ValueError) as error:
        print(ascii(arguments), type(error).__name__, error, error.__context__)


for cls, state in STATES.items():
    show(cls, state)
    show(cls, state.decode('latin1'))
    show(cls, state.decode('latin1').replace('\x1d', '\u20ac'))
    for place in 0, 2:
        for byte in 0, 1, 12, 13, 23, 24, 0x80, 0x81, 0x8c, 0x98:
            show(cls, state[:place] + bytes([byte]) + state[place + 1:])
        for character in '\u0402', '\udc80':
            text = state.decode('latin1')
            show(cls, text[:place] + character + text[place + 1:])
    show(cls, state, None)
    show(cls, state, 5)
    show(cls, state[1:])
