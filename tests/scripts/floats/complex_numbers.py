# Complex numbers.
print(1.5 + 2j, (1 + 2j) * (3 - 1j), abs(3 + 4j), (1 + 2j).real, (1 + 2j).imag, (1 + 2j).conjugate())
print(1j**2, complex('1+2j'), complex(1, -0.0), complex(1, 2), -1j, 0j, (2 + 0j) == 2, 3 == 3 + 0j, bool(0j))
print((1 + 2j) / 2, (1 + 2j) - 1, 2 * 1j, hash(2 + 0j) == hash(2), f'{1 + 2j:.1f}', repr(1e20 + 0.5j))
for text in '1+', 'x', '1 + 2j', '':
    try:
        print(complex(text))
    except ValueError as error:
        print(error)


class Number:
    def __complex__(self):
        return 1 + 2j


print(complex(Number()))
for action in (
    lambda: 1j < 2j,
    lambda: 1j // 2,
    lambda: int(1j),
    lambda: complex(1, 'a'),
    lambda: complex([]),
    lambda: 1j / 0,
):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
