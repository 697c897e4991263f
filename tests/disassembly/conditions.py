def f(a, b, c):
    if a < b and not c:
        return 1
    elif a is None or b is not None:
        return 2
    elif 0 <= a < 10:
        return 3
    x = a or b
    x = x and c or x
    return a if b in (1, 2) else c == 1
