# The six comparisons, their reflections and NotImplemented.
class Version:
    def __init__(self, *parts):
        self.parts = parts

    def __eq__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        return self.parts == other.parts

    def __lt__(self, other):
        if not isinstance(other, Version):
            return NotImplemented
        print('lt', end=' ')
        return self.parts < other.parts

    def __le__(self, other):
        print('le', end=' ')
        return self.parts <= other.parts


a, b = Version(1, 0), Version(1, 1)
print(a == b, a != b, a < b, a > b, a <= b, a >= b)
print(a == 5, a != 5, 5 == a)
print(sorted([b, a, b])[0] is a, max(a, b) is b)
for action in (
    lambda: a < 5,
    lambda: 5 < a,
    lambda: a > 'x',
    lambda: object() < object(),
    lambda: [] < {},
    lambda: None >= 1,
):
    try:
        print(action())
    except TypeError as error:
        print(error)


class Sub(Version):
    def __gt__(self, other):
        print('the subclass is asked first', end=' ')
        return True


print(a < Sub(0), a > Sub(0))


class NotBool:
    def __eq__(self, other):
        return [1, 2]

    def __lt__(self, other):
        return []


n = NotBool()
print(n == 1, n != 1, n < 1, 1 == n, 1 > n, n in [5], not n == 1)
print(a.__eq__(5), a.__ne__(5), a.__lt__(5), object().__eq__(1), (1).__lt__('x'))
