# Operators on a class use the metaclass.
class Meta(type):
    def __len__(cls):
        return len(cls.members)

    def __iter__(cls):
        return iter(cls.members)

    def __getitem__(cls, index):
        return cls.members[index]

    def __contains__(cls, item):
        return item in cls.members

    def __add__(cls, other):
        return type(cls)(cls.__name__ + other.__name__, (), {'members': cls.members + other.members})

    def __eq__(cls, other):
        return isinstance(other, Meta) and cls.members == other.members

    __hash__ = type.__hash__

    def __bool__(cls):
        return bool(cls.members)


class Red(metaclass=Meta):
    members = ['crimson', 'scarlet']


class Blue(metaclass=Meta):
    members = ['navy']


class Empty(metaclass=Meta):
    members = []


print(len(Red), list(Red), Red[1], 'navy' in Blue, bool(Empty), bool(Red))
Both = Red + Blue
print(Both, list(Both), Both == Red, {Red: 1}[Red])
for action in (lambda: len(int), lambda: list(int), lambda: int + int, lambda: len(Red())):
    try:
        action()
    except TypeError as error:
        print(error)
