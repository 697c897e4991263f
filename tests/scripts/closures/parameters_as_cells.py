# Parameters, loop variables and exception names can be captured too.
def power(exponent):
    def raise_it(base):
        return base**exponent

    return raise_it


square, cube = power(2), power(3)
print(square(5), cube(2), square.__closure__[0].cell_contents)


def capture_all(a, *args, b=2, **rest):
    return lambda: (a, args, b, rest)


print(capture_all(1, 2, 3, c=4)())


def change(a):
    def set_a(value):
        nonlocal a
        a = value

    set_a('changed')
    return a


print(change('original'))


def caught():
    try:
        1 / 0
    except ZeroDivisionError as error:
        message = lambda: str(error)
        print(message())
    try:
        message()
    except NameError as error:
        print(error)


caught()


def deep():
    x = 'x'

    def one():
        def two():
            def three():
                nonlocal x
                x += '!'
                return x

            return three

        return two

    return one()()() + x


print(deep())


class T:
    def __init__(self):
        self.get = lambda: self


t = T()
print(t.get() is t)
print((lambda x: lambda: x)('immediately')())
