# Subclasses of int, float and bool's refusal.
class Celsius(float):
    unit = 'C'

    def __repr__(self):
        return f'{float(self)} {self.unit}'


class Even(int):
    def __new__(cls, value):
        if int(value) % 2:
            raise ValueError(f'{value} is odd')
        return super().__new__(cls, value)

    def __add__(self, other):
        return Even(int(self) + int(other))


t = Celsius(36.6)
print(t, repr(t), t + 1, type(t + 1).__name__, t == 36.6, hash(t) == hash(36.6), int(t))
e = Even(4)
print(e, e + 2, type(e + 2).__name__, type(e * 2).__name__, e == 4, [10, 20, 30, 40, 50][e], f'{e:03d}')
try:
    e + 1
except ValueError as error:
    print(error)
print({4: 'four'}[e], e in (4,), range(e), e.real, type(e.real).__name__, Even('8'), isinstance(e, int))
big = Even(10**30)
print(big, big + 2, -big, type(-big).__name__)
e.attribute = 'possible'
print(e.__dict__)
try:

    class Flag(bool):
        pass
except TypeError as error:
    print(error)


class Loud(int):
    def __repr__(self):
        return f'Loud({int(self)})'

    def __eq__(self, other):
        return 'equal?'

    __hash__ = int.__hash__


print(
    Loud(3), [Loud(3)], Loud(3) == 3, 3 == Loud(3), {Loud(3): 1}, str(Loud(3)), f'{Loud(3)}', f'{Loud(3):d}'
)
