# A dotted name is a value, looked up anew each time; a plain name is a capture.
class Color:
    RED = 1
    GREEN = 2

    class Dark:
        BLUE = 3


def name(color):
    match color:
        case Color.RED:
            return 'red'
        case Color.GREEN | Color.Dark.BLUE:
            return 'green or blue'
        case other:
            return f'something else: {other}'


for c in range(1, 5):
    print(c, name(c))
Color.GREEN = 4
print(name(4), name(2))
try:
    match 1:
        case Color.MISSING:
            pass
except AttributeError as error:
    print(error)
try:
    match 1:
        case unknown.NAME:
            pass
except NameError as error:
    print(error)
