# _missing_ has the last word on values.
from enum import Enum


class Loose(Enum):
    A = 'a'
    B = 'b'

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            return cls._value2member_map_.get(value.lower())
        if value == 1:
            return 'not a member'
        if value == 2:
            raise KeyError('own error')
        return None


print(Loose('A'), Loose('B') is Loose.B)
for value in ('c', 1, 2, 3):
    try:
        Loose(value)
    except Exception as error:
        print(type(error).__name__, error, repr(error.__context__))


class Aliased(Enum):
    ONE = 1


Aliased.ONE._add_value_alias_('one')
Aliased.ONE._add_alias_('UNO')
print(Aliased('one'), Aliased.UNO, Aliased.__members__, list(Aliased))
