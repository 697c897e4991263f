# The compiler warns about what is surely a mistake, and goes on.
x = 5
if x is 5:
    print('compared with is')
if x is not 'five':
    print('strings too')


def call_a_tuple():
    return [
        (1, 2)
        (3, 4)
    ]


def index_a_list():
    return [1, 2]['a']


def escape():
    return '\d'


assert (x, 'always true')
print(escape())
