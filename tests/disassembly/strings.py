def f(a, b):
    return f'{a!r:>{b}} and {b:.2f}{a}', 'x' 'y' + 'z', b'a' * 3
