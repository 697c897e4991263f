# A module's own __getattr__ and __dir__, and modules made by hand.
import sys
import types

m = types.ModuleType('hand_made', 'Its documentation.')
print(m, m.__doc__, m.__loader__, m.__spec__, m.__package__, sorted(vars(m)))
exec(
    '''
def __getattr__(name):
    if name.startswith('no'):
        raise AttributeError(f'really no {name}')
    return name.upper()

def __dir__():
    return ['b', 'a']

real = 1
''',
    vars(m),
)
sys.modules['hand_made'] = m
import hand_made
from hand_made import real, unreal

print(real, unreal, hand_made.anything, dir(hand_made), hasattr(hand_made, 'none'))
try:
    from hand_made import nope
except ImportError as error:
    print(error)
try:
    hand_made.nope
except AttributeError as error:
    print(error)


class Loud(types.ModuleType):
    def __getattr__(self, name):
        return name + '!'

    @property
    def computed(self):
        return 'computed'


loud = Loud('loud')
print(loud.hey, loud.computed, loud.__name__)
m.__class__ = Loud
print(m.computed, type(m).__name__)
for args in (), (3,), ('a', 'b', 'c'):
    try:
        types.ModuleType(*args)
    except TypeError as error:
        print(error)
