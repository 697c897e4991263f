# The warnings of operations themselves.
x = True
print(~x)
if NotImplemented:
    print('true')
print(not NotImplemented, bool(NotImplemented))


class Int(int):
    pass


class Float(float):
    pass


class Complex(complex):
    pass


class Numbers:
    def __int__(self):
        return True

    def __index__(self):
        return Int(3)

    def __float__(self):
        return Float(1.5)

    def __complex__(self):
        return Complex(1)


n = Numbers()
print(int(n))
print(float(n))
print(complex(n))
print([1, 2, 3, 4][n])


class Truncated:
    def __trunc__(self):
        return 3


print(int(Truncated()))


def generator():
    try:
        yield 1
    except ValueError as error:
        yield repr(error)


g = generator()
next(g)
print(g.throw(ValueError, 'old way'))
