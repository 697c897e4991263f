# A module that can't be parsed.
def f(x)
    return x
