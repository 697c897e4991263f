# What of a class body becomes a member.
from enum import Enum, member, nonmember, property


class E(Enum):
    _ignore_ = 'temporary'
    temporary = 5
    A = 1
    kept = nonmember('plain')
    made = member(len)

    def method(self):
        return self.value

    class Inner:
        pass

    __private = 'private'

    @classmethod
    def build(cls):
        return cls.A

    @property
    def label(self):
        return f'label of {self.name}'


print(list(E), E.kept, E.made.value is len, E.Inner, E.A.method(), E.build(), E.A.label, hasattr(E, 'temporary'))
print(E._E__private, [n for n in dir(E) if not n.startswith('__')], sorted(n for n in dir(E.A) if not n.startswith('__')))
try:
    E.label
except AttributeError as error:
    print(error)


class Name(Enum):
    name = 1
    value = 2


print(Name.name, Name.name.name, Name.value.value, repr(Name.value))
