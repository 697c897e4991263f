# A closure holds the variable, not its value.
def make():
    functions = []
    for i in range(3):
        functions.append(lambda: i)
    return functions


print([f() for f in make()])
print([f() for f in [lambda i=i: i for i in range(3)]])


def counter():
    count = 0

    def increase():
        nonlocal count
        count += 1
        return count

    def peek():
        return count

    return increase, peek


increase, peek = counter()
other, _ = counter()
print(increase(), increase(), peek(), other())
cell = increase.__closure__[0]
print(cell.cell_contents, cell is peek.__closure__[0], increase.__code__.co_freevars)
cell.cell_contents = 100
print(peek())


def late():
    def use():
        return defined_later

    try:
        use()
    except NameError as error:
        print(type(error).__name__, error)
    defined_later = 'now'
    return use()


print(late())


def deleted():
    x = 1

    def use():
        return x

    del x
    return use


try:
    deleted()()
except NameError as error:
    print(error)
empty = deleted().__closure__[0]
try:
    empty.cell_contents
except ValueError as error:
    print(error)
