# Value patterns compare by ==, the singletons by `is`.
def kind(x):
    match x:
        case None:
            return 'None'
        case True:
            return 'True'
        case False:
            return 'False'
        case 0:
            return 'zero'
        case -1:
            return 'minus one'
        case 1 | 2 | 3:
            return 'small'
        case 1000000000000000000000:
            return 'big'
        case 1.5 | -2.5:
            return 'float'
        case 1 + 2j | -3j:
            return 'complex'
        case 'a' | 'b' 'c':
            return 'text'
        case b'x':
            return 'bytes'
        case '':
            return 'empty'
        case _:
            return 'other'


for x in [None, True, False, 0, -1, 1, 2, 3, 4, 10**21, 1.5, -2.5, 1 + 2j, -3j, 'a', 'bc', b'x', '', 'x', 1.0, 2 + 0j, [], ()]:
    print(repr(x), kind(x))


class Loud:
    def __init__(self, name, answer):
        self.name, self.answer = name, answer

    def __eq__(self, other):
        print(self.name, '==', other)
        return self.answer

    def __ne__(self, other):
        print('never asked')


match Loud('subject', False):
    case 1:
        print('one')
    case 'x':
        print('x')
    case None:
        print('none')
    case True:
        print('true')
    case _:
        print('nothing')

match Loud('subject', []):
    case 1:
        print('one')
    case other:
        print('an empty list is not true:', other.name)


class Bad:
    def __eq__(self, other):
        raise ValueError('not comparable')


try:
    match Bad():
        case 1:
            pass
except ValueError as error:
    print(type(error).__name__, error)
