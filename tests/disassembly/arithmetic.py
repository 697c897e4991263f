def f(a, b):
    c = a + b * 2 - 1
    c += a
    c <<= 3
    return -c ** b, not a, 2 * 3 + 4
