def outer(a, b):
    n = 0
    def inner(c=1, *, k: int = 2) -> int:
        nonlocal n
        n += a
        return lambda: b
    return inner, [lambda: i for i in range(3)]
