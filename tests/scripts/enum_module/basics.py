# Members: by attribute, by value, by name.
from enum import Enum


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def shout(self):
        return self.name + '!'


print(Color.RED, repr(Color.GREEN), Color(2), Color['RED'], Color.CRIMSON is Color.RED, Color.RED.name, Color.RED.value)
print(list(Color), len(Color), Color.__members__, list(reversed(Color)), Color.GREEN.shout(), Color)
print(Color.RED in Color, 1 in Color, 7 in Color, Color.RED == 1, Color.RED is Color(1), hash(Color.RED) == hash('RED'))
print(isinstance(Color.RED, Color), type(Color.RED), {Color.RED: 'r'}[Color.CRIMSON], f'{Color.RED:>10}', bool(Color))
for call in (
    lambda: Color(5),
    lambda: Color['BLUE'],
    lambda: Color.BLUE,
    lambda: setattr(Color, 'RED', 3),
    lambda: delattr(Color, 'RED'),
    lambda: setattr(Color.RED, 'value', 3),
    lambda: Color.RED < Color.GREEN,
):
    try:
        call()
    except Exception as error:
        print(type(error).__name__, error)
