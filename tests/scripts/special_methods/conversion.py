# __int__, __index__, __float__, __round__ and their relatives.
class Number:
    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value


class Real(Number):
    def __int__(self):
        return 100

    def __float__(self):
        return 2.5

    def __round__(self, digits='none'):
        return 'round', digits

    def __trunc__(self):
        return 'trunc'


n = Number(3)
print(int(n), float(n), [10, 20, 30, 40][n], 'x' * n, bin(n), hex(n), range(n), list('abcdef')[n:])
r = Real(1)
print(int(r), float(r), round(r), round(r, 2), 'abc'[r])


def attempt(function, value):
    try:
        print(function(Number(value)))
    except Exception as error:
        print(type(error).__name__, error)


attempt(int, 'text')
attempt(float, 2.5)
attempt(lambda x: [1][x], None)
attempt(lambda x: [1][x], 10)
attempt(round, 1)


class Plain:
    pass


for function in int, float, abs, round, bin, hash, chr, range, bytes, list, dict, iter, next, sum:
    try:
        function(Plain())
        print(function.__name__, 'works')
    except Exception as error:
        print(type(error).__name__, error)
